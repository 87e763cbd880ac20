import { useQuery } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { type DistributionRow, housekeeper, type Target } from "../../ipc/client";
import { shell } from "../../messages/shell";
import { useConnectionInUse } from "../connection/ConnectionInUse";
import type { Crumb } from "../frame/Page";
import { keys } from "../queries/keys";
import { targetPath } from "./paths";

/** What people call a distribution: their own word, else its first alias, else its id. */
export function distributionName(row: Pick<DistributionRow, "id" | "nickname" | "aliases">): string {
  return row.nickname ?? row.aliases[0] ?? row.id;
}

/** A distribution's details. */
export function useDistribution(id: string, enabled = true) {
  const connection = useConnectionInUse().id;
  return useQuery({
    queryKey: keys.distribution(connection, id),
    queryFn: () => housekeeper.distributionDetails(connection, id),
    enabled,
    staleTime: 60_000,
  });
}

/** A tenant. */
export function useTenant(id: string, enabled = true) {
  const connection = useConnectionInUse().id;
  return useQuery({
    queryKey: keys.tenant(connection, id),
    queryFn: () => housekeeper.tenantDetails(connection, id),
    enabled,
    staleTime: 60_000,
  });
}

/**
 * When what is known of a target was last read, in milliseconds; 0 before. The checks know more from then on, without
 * the text having changed.
 */
export function useFactsReadAt(target: Target): number {
  const tenant = useTenant(target.id, target.kind === "tenant");
  const parent = target.kind === "tenant" ? (tenant.data?.distribution ?? "") : target.id;
  const distribution = useDistribution(parent, parent !== "");
  return Math.max(tenant.dataUpdatedAt, distribution.dataUpdatedAt);
}

/** A target's name (its id until more is known) and the way to it. */
export function useTargetNames(target: Target): { name: string; crumbs: Crumb[] } {
  const t = useText();
  const isTenant = target.kind === "tenant";
  const tenant = useTenant(target.id, isTenant);
  const parent = isTenant ? (tenant.data?.distribution ?? "") : target.id;
  const distribution = useDistribution(parent, parent !== "");
  const distributionCrumb: Crumb = {
    text: distribution.data ? distributionName(distribution.data.row) : parent,
    path: targetPath({ kind: "distribution", id: parent }),
  };
  const name = isTenant ? (tenant.data?.name ?? target.id) : distributionCrumb.text;
  const crumbs: Crumb[] = [{ text: t(shell.distributions), path: "/distributions" }];
  if (parent) crumbs.push(distributionCrumb);
  if (isTenant) crumbs.push({ text: name, path: targetPath(target) });
  return { name, crumbs };
}
