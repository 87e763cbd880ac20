import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../../features/queries/keys";
import { housekeeper, type TenantRow } from "../../ipc/client";

/** How many tenants are read at once, and how many that match are enough. */
const PAGE = 100;

/**
 * The tenants of a distribution that match what is typed. CloudFront gives them in pages and finds none by name: as
 * many pages are read as it takes to have enough that match.
 */
export function useTenants(connection: string, distribution: string, typed: string, isWanted: boolean) {
  const query = useInfiniteQuery({
    queryKey: [...keys.tenants(connection, distribution), "pages"],
    queryFn: ({ pageParam }) => housekeeper.tenants(connection, distribution, pageParam, PAGE),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: isWanted,
    staleTime: 60_000,
  });
  const { hasNextPage, isFetching, error, fetchNextPage } = query;
  const read = query.data?.pages.length ?? 0;
  const all = query.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const word = typed.trim().toLowerCase();
  const matching = word === "" ? all : all.filter((row) => isMatch(row, word));
  const isShort = word !== "" && matching.length < PAGE;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page may have come before it was seen to be on its way.
  useEffect(() => {
    if (isWanted && isShort && hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [isWanted, isShort, hasNextPage, isFetching, error, fetchNextPage, read]);
  return { query, all, matching };
}

function isMatch({ id, name, domains }: TenantRow, word: string): boolean {
  return [id, name, ...domains].some((text) => text.toLowerCase().includes(word));
}
