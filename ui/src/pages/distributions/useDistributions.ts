import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { PAGE_SIZES } from "../../common/PageSize";
import { useDebounced } from "../../common/useDebounced";
import { readStored, useStored } from "../../common/useStored";
import { ASKED_AHEAD } from "../../features/queries/client";
import { keys } from "../../features/queries/keys";
import {
  type DistributionColumn,
  type DistributionList,
  type DistributionQuery,
  type DistributionRow,
  housekeeper,
} from "../../ipc/client";

/** How long the keys must rest before a filter is applied, in milliseconds. */
const REST = 150;

/** A column the list is sorted by; `null`: favourites and recently opened ones first. */
export type Sort = { column: DistributionColumn; descending: boolean } | null;

/** Where this computer remembers how many rows a page has. */
const PAGE_SIZE = "distributions.pageSize";

type Ask = Omit<DistributionQuery, "refresh">;

const distributionsQuery = (connection: string, ask: Ask) =>
  queryOptions({
    queryKey: [...keys.distributions(connection), ask],
    queryFn: () => housekeeper.distributions(connection, { ...ask, refresh: false }),
    staleTime: ASKED_AHEAD,
  });

/** How the list is asked for that the page begins with. */
export function firstDistributionsQuery(connection: string) {
  const limit = readStored(PAGE_SIZE, PAGE_SIZES[0], PAGE_SIZES);
  return distributionsQuery(connection, { filter: "", sort: null, offset: 0, limit });
}

/** One page of the distributions, filtered and sorted on the Rust side. */
export function useDistributions(connection: string) {
  const client = useQueryClient();
  const [filter, setFilter] = useState("");
  const [sort, setSort] = useState<Sort>(null);
  const [page, setPage] = useState(0);
  const [pageSize, setPageSize] = useStored(PAGE_SIZE, PAGE_SIZES[0], PAGE_SIZES);
  const settled = useDebounced(filter, REST);
  const ask: Ask = { filter: settled, sort, offset: page * pageSize, limit: pageSize };

  const query = useQuery({ ...distributionsQuery(connection, ask), placeholderData: keepPreviousData });
  const refresh = useMutation({
    mutationFn: () => housekeeper.distributions(connection, { ...ask, refresh: true }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.distributions(connection) }),
  });

  return {
    query,
    refresh,
    filter,
    pageSize,
    page,
    sort,
    pages: Math.max(1, Math.ceil((query.data?.matching ?? 0) / pageSize)),
    setFilter: (next: string) => {
      setFilter(next);
      setPage(0);
    },
    setSort: (next: Sort) => {
      setSort(next);
      setPage(0);
    },
    setPage,
    setPageSize: (next: (typeof PAGE_SIZES)[number]) => {
      setPageSize(next);
      setPage(0);
    },
  };
}

/** Keeps a nickname or a star; the row on screen changes at once. */
export function useNote(connection: string) {
  const client = useQueryClient();
  const queryKey = keys.distributions(connection);
  return useMutation({
    mutationFn: ({ id, nickname, favourite }: Pick<DistributionRow, "id" | "nickname" | "favourite">) =>
      housekeeper.noteDistribution(connection, id, nickname, favourite),
    onMutate: async (noted) => {
      await client.cancelQueries({ queryKey });
      client.setQueriesData<DistributionList>(
        { queryKey },
        (list) => list && { ...list, rows: list.rows.map((row) => (row.id === noted.id ? { ...row, ...noted } : row)) },
      );
    },
    onSettled: (_, __, { id }) => {
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: keys.distribution(connection, id) });
    },
  });
}
