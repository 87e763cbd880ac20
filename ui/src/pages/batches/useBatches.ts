import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PAGE_SIZES } from "../../common/PageSize";
import { useDebounced } from "../../common/useDebounced";
import { useStored } from "../../common/useStored";
import { keys } from "../../features/queries/keys";
import { type BatchQuery, housekeeper } from "../../ipc/client";

/** How long the keys must rest before a filter is applied, in milliseconds. */
const REST = 150;

/** Beside the words, by what the list is narrowed. */
export type Only = Pick<BatchQuery, "label" | "favourites">;

const ALL: Only = { label: null, favourites: false };

/** How the list is sorted. */
export type Sort = Pick<BatchQuery, "sort" | "descending">;

/** One page of the saved batches, filtered and sorted on the Rust side. */
export function useBatches() {
  const [filter, setFilter] = useState("");
  const [only, setOnly] = useState<Only>(ALL);
  const [sort, setSort] = useState<Sort>({ sort: "name", descending: false });
  const [page, setPage] = useState(0);
  const [pageSize, setPageSize] = useStored("batches.pageSize", PAGE_SIZES[0], PAGE_SIZES);
  const settled = useDebounced(filter, REST);
  const ask: BatchQuery = { filter: settled, ...only, ...sort, offset: page * pageSize, limit: pageSize };
  const query = useQuery({
    queryKey: [...keys.batches, "list", ask],
    queryFn: () => housekeeper.batches(ask),
    placeholderData: keepPreviousData,
  });

  /** Another list begins at its first page. */
  function fromTheFirst<T>(set: (next: T) => void) {
    return (next: T) => {
      set(next);
      setPage(0);
    };
  }
  return {
    query,
    filter,
    only,
    /** Whether it may be that not all are shown. */
    isNarrowed: filter !== "" || only.label !== null || only.favourites,
    sort,
    page,
    pageSize,
    pages: Math.max(1, Math.ceil((query.data?.matching ?? 0) / pageSize)),
    setPage,
    setFilter: fromTheFirst(setFilter),
    setOnly: fromTheFirst(setOnly),
    showAll: () => {
      setFilter("");
      setOnly(ALL);
      setPage(0);
    },
    setSort: fromTheFirst(setSort),
    setPageSize: fromTheFirst(setPageSize),
  };
}

/** One batch, read anew each time its page is opened: what it was before would be edited, or run. */
export function useBatch(id: number) {
  return useQuery({
    queryKey: keys.batch(id),
    queryFn: () => housekeeper.batch(id),
    enabled: id !== 0,
    gcTime: 0,
  });
}
