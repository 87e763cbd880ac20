import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { keys } from "../../features/queries/keys";
import { distributionName } from "../../features/targets/useTargetNames";
import { type DistributionRow, housekeeper, type NamedTarget } from "../../ipc/client";
import { targets as text } from "../../messages/targets";
import { TenantsSelect } from "./TenantsSelect";

/** Among how many distributions those with tenants are looked for: all that an account is likely to have. */
const LOOKED_AT = 1000;

type Props = { targets: readonly NamedTarget[]; onChange: (targets: NamedTarget[]) => void };

/** Which tenants a batch goes to; nothing where the connection in use has no multi-tenant distribution. */
export function TenantsField({ targets, onChange }: Props) {
  const t = useText();
  const { id: connection } = useConnectionInUse();
  const ask = { filter: "", sort: null, offset: 0, limit: LOOKED_AT };
  const list = useQuery({
    queryKey: [...keys.distributions(connection), ask],
    queryFn: () => housekeeper.distributions(connection, { ...ask, refresh: false }),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const multiTenant = (list.data?.rows ?? []).filter(({ tenantOnly }) => tenantOnly);
  const [only, another] = multiTenant;
  if (!only) return null;
  if (!another) {
    return (
      <FormField
        label={t(text.tenantsOf, { distribution: distributionName(only) })}
        description={t(text.tenantsHint)}
        stretch={true}
      >
        <TenantsSelect distribution={only.id} targets={targets} onChange={onChange} />
      </FormField>
    );
  }
  const option = (row: DistributionRow) => ({ value: row.id, label: distributionName(row), description: row.id });
  const distribution = multiTenant.find(({ id }) => id === chosen);
  return (
    <ColumnLayout columns={2}>
      <FormField label={t(text.of)} stretch={true}>
        <Select
          options={multiTenant.map(option)}
          selectedOption={distribution ? option(distribution) : null}
          placeholder={t(text.chooseDistribution)}
          filteringType="auto"
          filteringAriaLabel={t(text.chooseDistribution)}
          onChange={({ detail }) => setChosen(detail.selectedOption.value ?? null)}
        />
      </FormField>
      <FormField
        label={t(text.tenants)}
        description={t(distribution ? text.tenantsHint : text.chooseFirst)}
        stretch={true}
      >
        {distribution ? (
          <TenantsSelect key={distribution.id} distribution={distribution.id} targets={targets} onChange={onChange} />
        ) : (
          <Multiselect options={[]} selectedOptions={[]} placeholder={t(text.chooseTenants)} disabled={true} />
        )}
      </FormField>
    </ColumnLayout>
  );
}
