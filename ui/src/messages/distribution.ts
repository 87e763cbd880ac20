import { defineMessages } from "react-intl";

/** The page of one distribution or tenant. */
export const distribution = defineMessages({
  invalidations: { id: "distribution.invalidations", defaultMessage: "Invalidations" },
  tenants: { id: "distribution.tenants", defaultMessage: "Tenants" },
  details: { id: "distribution.details", defaultMessage: "Details" },
  invalidationId: { id: "distribution.invalidationId", defaultMessage: "Invalidation ID" },
  status: { id: "distribution.status", defaultMessage: "Status" },
  dateCreated: { id: "distribution.dateCreated", defaultMessage: "Date created" },
  objectPaths: { id: "distribution.objectPaths", defaultMessage: "Object paths" },
  morePaths: { id: "distribution.morePaths", defaultMessage: "+{count, number} more" },
  pathsLoading: { id: "distribution.pathsLoading", defaultMessage: "Reading" },
  pathsFailed: { id: "distribution.pathsFailed", defaultMessage: "Not readable" },
  loading: { id: "distribution.loading", defaultMessage: "Loading invalidations" },
  empty: { id: "distribution.empty", defaultMessage: "No invalidations" },
  emptyText: {
    id: "distribution.emptyText",
    defaultMessage: "Nothing was cleared from this cache yet, as far as CloudFront tells.",
  },
  tenantsLoading: { id: "distribution.tenantsLoading", defaultMessage: "Loading tenants" },
  tenantsEmpty: { id: "distribution.tenantsEmpty", defaultMessage: "No tenants" },
  tenantsEmptyText: {
    id: "distribution.tenantsEmptyText",
    defaultMessage: "No site uses this multi-tenant distribution yet.",
  },
  tenantId: { id: "distribution.tenantId", defaultMessage: "Tenant ID" },
  tenantName: { id: "distribution.tenantName", defaultMessage: "Name" },
  domains: { id: "distribution.domains", defaultMessage: "Domains" },
  distributionId: { id: "distribution.distributionId", defaultMessage: "Distribution ID" },
  domainName: { id: "distribution.domainName", defaultMessage: "Domain name" },
  aliases: { id: "distribution.aliases", defaultMessage: "Alternate domain names" },
  description: { id: "distribution.description", defaultMessage: "Description" },
  defaultRootObject: { id: "distribution.defaultRootObject", defaultMessage: "Default root object" },
  cacheTagHeader: { id: "distribution.cacheTagHeader", defaultMessage: "Cache tag header" },
  noCacheTags: { id: "distribution.noCacheTags", defaultMessage: "None: cache tags do nothing here" },
  priceClass: { id: "distribution.priceClass", defaultMessage: "Price class" },
  origins: { id: "distribution.origins", defaultMessage: "Origins" },
  inProgress: { id: "distribution.inProgress", defaultMessage: "Invalidations in progress" },
  behaviors: { id: "distribution.behaviors", defaultMessage: "Behaviors" },
  behaviorsText: {
    id: "distribution.behaviorsText",
    defaultMessage:
      "In the order CloudFront tries them. Where query strings are part of the cache key, a path must carry its own, or end in a wildcard.",
  },
  pathPattern: { id: "distribution.pathPattern", defaultMessage: "Path pattern" },
  queryStrings: { id: "distribution.queryStrings", defaultMessage: "Query strings in the cache key" },
  queryNone: { id: "distribution.queryNone", defaultMessage: "None" },
  querySome: { id: "distribution.querySome", defaultMessage: "Some" },
  queryAll: { id: "distribution.queryAll", defaultMessage: "All" },
  queryUnknown: { id: "distribution.queryUnknown", defaultMessage: "Could not be read" },
  unreadable: { id: "distribution.unreadable", defaultMessage: "The configuration could not be read" },
  settings: { id: "distribution.settings", defaultMessage: "Settings" },
  tenantOnlyTitle: {
    id: "distribution.tenantOnlyTitle",
    defaultMessage: "Visitors reach this distribution through its tenants",
  },
  tenantOnlyText: {
    id: "distribution.tenantOnlyText",
    defaultMessage:
      "To clear one site only, open its tenant. An invalidation made here is one of the whole distribution.",
  },
  disabledTitle: { id: "distribution.disabledTitle", defaultMessage: "This distribution is disabled" },
  disabledText: { id: "distribution.disabledText", defaultMessage: "It answers no visitor at present." },
  tenantHeading: { id: "distribution.tenantHeading", defaultMessage: "Tenant of {distribution}" },
  help: {
    id: "distribution.help",
    defaultMessage:
      "Each invalidation tells CloudFront to forget the pages it names, so that the next visitor gets the new ones. They are listed newest first, and those in progress update by themselves, mostly within half a minute.",
  },
  helpCopy: {
    id: "distribution.helpCopy",
    defaultMessage: "To send the same paths once more, select an invalidation and choose Copy to new.",
  },
  helpTenant: {
    id: "distribution.helpTenant",
    defaultMessage:
      "A tenant is one of several sites that share the settings of a distribution. What you clear here is cleared for this tenant alone.",
  },
  helpCreate: {
    id: "distribution.helpCreate",
    defaultMessage:
      "Choose Create invalidation to clear pages of this site. The ID of an invalidation leads to all its paths, and to how far it is.",
  },
  helpDetails: {
    id: "distribution.helpDetails",
    defaultMessage: "If you are not sure that this is the right site, look at the domain names on the tab Details.",
  },
  helpOthers: {
    id: "distribution.helpOthers",
    defaultMessage:
      "The list has what others sent too, from the AWS console or by programs: what you are about to clear may have been cleared minutes ago.",
  },
});
