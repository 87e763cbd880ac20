import FormField from "@cloudscape-design/components/form-field";
import Multiselect, { type MultiselectProps } from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { useDebounced } from "../../common/useDebounced";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { keys } from "../../features/queries/keys";
import { distributionName } from "../../features/targets/useTargetNames";
import { type DistributionRow, housekeeper, type NamedTarget } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { batchTargetKey, nameOf } from "./paths";
import { TenantsField } from "./TenantsField";

/** How many distributions are offered at once; the others are found by typing. */
const OFFERED = 50;
/** How long the keys must rest before a filter is applied, in milliseconds. */
const REST = 150;

type Props = {
  targets: readonly NamedTarget[];
  /** Offered although the connection in use may not know them: what the batch has. */
  known: readonly NamedTarget[];
  onChange: (targets: NamedTarget[]) => void;
};

/** Where a batch goes: distributions of the connection in use and tenants of them, beside what it has of others. */
export function TargetsField(props: Props) {
  return (
    <SpaceBetween size="s">
      <DistributionsField {...props} />
      <TenantsField targets={props.targets} onChange={props.onChange} />
    </SpaceBetween>
  );
}

/** The targets, to which distributions are added. */
function DistributionsField({ targets, known, onChange }: Props) {
  const t = useText();
  const connection = useConnectionInUse();
  const [filter, setFilter] = useState("");
  const settled = useDebounced(filter, REST);
  const ask = { filter: settled, sort: null, offset: 0, limit: OFFERED };
  const list = useQuery({
    queryKey: [...keys.distributions(connection.id), ask],
    queryFn: () => housekeeper.distributions(connection.id, { ...ask, refresh: false }),
  });

  const offered = new Map<string, NamedTarget>();
  for (const target of settled === "" ? [...targets, ...known] : []) offered.set(batchTargetKey(target), target);
  for (const row of list.data?.rows ?? []) {
    const target = named(row, connection);
    offered.set(batchTargetKey(target), target);
  }
  const all = new Map([...targets.map((target) => [batchTargetKey(target), target] as const), ...offered]);
  const option = (target: NamedTarget): MultiselectProps.Option => ({
    value: batchTargetKey(target),
    label: nameOf(target),
    description: target.target.id,
    tags: target.connection === connection.id || !target.connectionName ? [] : [target.connectionName],
  });

  return (
    <FormField label={t(text.targets)} description={t(text.targetsHint)} stretch={true}>
      <Multiselect
        options={[...offered.values()].map(option)}
        selectedOptions={targets.map(option)}
        placeholder={t(text.chooseTargets)}
        filteringType="manual"
        filteringAriaLabel={t(text.findTargets)}
        filteringPlaceholder={t(text.findTargets)}
        onLoadItems={({ detail }) => setFilter(detail.filteringText)}
        statusType={list.isLoading ? "loading" : list.error ? "error" : "finished"}
        loadingText={t(text.loadingTargets)}
        errorText={t(text.targetsNotRead)}
        recoveryText={t(common.tryAgain)}
        empty={t(text.noTargets)}
        deselectAriaLabel={({ label }) => t(text.takeOut, { what: label })}
        onChange={({ detail }) => onChange(detail.selectedOptions.flatMap(({ value }) => all.get(value ?? "") ?? []))}
      />
    </FormField>
  );
}

function named(row: DistributionRow, connection: { id: string; name: string }): NamedTarget {
  const name = distributionName(row);
  return {
    connection: connection.id,
    connectionName: connection.name,
    target: { kind: "distribution", id: row.id },
    targetName: name === row.id ? null : name,
  };
}
