import { defineMessages } from "react-intl";

/** How tenants are chosen as targets of a batch. */
export const targets = defineMessages({
  of: { id: "targets.of", defaultMessage: "Tenants of" },
  tenants: { id: "targets.tenants", defaultMessage: "Tenants" },
  tenantsOf: { id: "targets.tenantsOf", defaultMessage: "Tenants of {distribution}" },
  tenantsHint: {
    id: "targets.tenantsHint",
    defaultMessage: "To clear one site only. Those that you choose join the targets above.",
  },
  chooseDistribution: { id: "targets.chooseDistribution", defaultMessage: "Choose a multi-tenant distribution" },
  chooseTenants: { id: "targets.chooseTenants", defaultMessage: "Choose tenants" },
  chooseFirst: { id: "targets.chooseFirst", defaultMessage: "Choose the distribution first." },
  findTenants: { id: "targets.findTenants", defaultMessage: "Find tenants" },
  noTenant: { id: "targets.noTenant", defaultMessage: "No tenant found" },
  loadingTenants: { id: "targets.loadingTenants", defaultMessage: "Loading tenants" },
  tenantsNotRead: { id: "targets.tenantsNotRead", defaultMessage: "The tenants could not be read." },
});
