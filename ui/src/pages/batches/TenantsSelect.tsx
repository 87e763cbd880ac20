import Multiselect, { type MultiselectProps } from "@cloudscape-design/components/multiselect";
import { useState } from "react";
import { useText } from "../../common/text";
import { useDebounced } from "../../common/useDebounced";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import type { NamedTarget, TenantRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { targets as text } from "../../messages/targets";
import { batchTargetKey } from "./paths";
import { useTenants } from "./useTenants";

/** How long the keys must rest before a filter is applied, in milliseconds. */
const REST = 150;

type Props = {
  distribution: string;
  targets: readonly NamedTarget[];
  onChange: (targets: NamedTarget[]) => void;
};

/** The tenants of one distribution, of which some are targets. */
export function TenantsSelect({ distribution, targets, onChange }: Props) {
  const t = useText();
  const connection = useConnectionInUse();
  // Nothing is read before it is opened: most batches go to no tenant.
  const [isOpened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const { query, all, matching } = useTenants(connection.id, distribution, useDebounced(typed, REST), isOpened);

  const known = new Map(all.map((row) => [keyOf(row.id), row]));
  const isTarget = new Set(targets.map(batchTargetKey));
  const option = (row: TenantRow): MultiselectProps.Option => ({
    value: keyOf(row.id),
    label: row.name || row.id,
    description: row.domains.join(", "),
  });

  function keyOf(id: string): string {
    return batchTargetKey({ connection: connection.id, target: { kind: "tenant", id } });
  }

  function named({ id, name }: TenantRow): NamedTarget {
    const target = { kind: "tenant", id } as const;
    const targetName = name === "" || name === id ? null : name;
    return { connection: connection.id, connectionName: connection.name, target, targetName };
  }

  /** What is no tenant of this distribution stays as it is. */
  function choose(options: readonly MultiselectProps.Option[]) {
    const chosen = new Set(options.map(({ value }) => value));
    const stay = targets.filter((target) => !known.has(batchTargetKey(target)) || chosen.has(batchTargetKey(target)));
    const join = [...known].filter(([key]) => chosen.has(key) && !isTarget.has(key)).map(([, row]) => named(row));
    onChange([...stay, ...join]);
  }

  return (
    <Multiselect
      options={matching.map(option)}
      selectedOptions={all.filter(({ id }) => isTarget.has(keyOf(id))).map(option)}
      // They are among the targets, above.
      hideTokens={true}
      placeholder={t(text.chooseTenants)}
      filteringType="manual"
      filteringAriaLabel={t(text.findTenants)}
      filteringPlaceholder={t(text.findTenants)}
      onLoadItems={({ detail }) => {
        setOpened(true);
        setTyped(detail.filteringText);
        if (query.error) void (query.data ? query.fetchNextPage() : query.refetch());
        else if (!detail.firstPage && query.hasNextPage && !query.isFetching) void query.fetchNextPage();
      }}
      statusType={query.error ? "error" : query.isFetching ? "loading" : query.hasNextPage ? "pending" : "finished"}
      loadingText={t(text.loadingTenants)}
      errorText={t(text.tenantsNotRead)}
      recoveryText={t(common.tryAgain)}
      empty={t(text.noTenant)}
      onChange={({ detail }) => choose(detail.selectedOptions)}
    />
  );
}
