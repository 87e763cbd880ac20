import { useQuery } from "@tanstack/react-query";
import { housekeeper, type Target } from "../../ipc/client";
import { keys } from "../queries/keys";

/**
 * The words by which people know a target, most their own first: nickname, first alternate domain name and id of a
 * distribution; name, first domain and id of a tenant. `null` asks for nothing.
 */
export function useTargetWords(connection: string, target: Target | null): string[] {
  const id = target?.id ?? "";
  const distribution = useQuery({
    queryKey: keys.distribution(connection, id),
    queryFn: () => housekeeper.distributionDetails(connection, id),
    enabled: target?.kind === "distribution",
    staleTime: 60_000,
  });
  const tenant = useQuery({
    queryKey: keys.tenant(connection, id),
    queryFn: () => housekeeper.tenantDetails(connection, id),
    enabled: target?.kind === "tenant",
    staleTime: 60_000,
  });
  if (target === null) return [];
  const row = distribution.data?.row;
  const words =
    target.kind === "tenant" ? [tenant.data?.name, tenant.data?.domains[0]] : [row?.nickname, row?.aliases[0]];
  return [...new Set([...words.filter((word): word is string => Boolean(word)), id])];
}
