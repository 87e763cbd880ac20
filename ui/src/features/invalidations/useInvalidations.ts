import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { FIRST_PAGE, learn } from "../../common/markers";
import { housekeeper, type Target } from "../../ipc/client";
import { keys } from "../queries/keys";
import { targetKey } from "../targets/paths";
import { isInProgress } from "./InvalidationStatus";

/**
 * How often what is visible and in progress is asked for, in milliseconds, beside the engine's own notices: others'
 * invalidations give none. CloudFront completes most within 25 s, so 3–5 s is quick enough (What's New, 29 April 2026).
 */
export const POLL = 4_000;

/** One page of a target's invalidations, newest first, and the way to the other pages. */
export function useInvalidations(connection: string, target: Target, limit: number) {
  const list = `${connection}/${targetKey(target)}/${limit}`;
  const [place, setPlace] = useState({ list, index: 0, markers: FIRST_PAGE });
  // Another list begins at its first page.
  const { index, markers } = place.list === list ? place : { index: 0, markers: FIRST_PAGE };
  const marker = markers[index] ?? null;

  const query = useQuery({
    queryKey: [...keys.invalidations(connection, target), limit, marker],
    queryFn: () => housekeeper.invalidations(connection, target, marker, limit),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => isInProgress(row.status)) ? POLL : false),
  });

  const next = query.isPlaceholderData ? undefined : query.data?.next;
  useEffect(() => {
    if (next === undefined) return;
    setPlace((old) => {
      const known = old.list === list ? old : { list, index: 0, markers: FIRST_PAGE };
      const markers = learn(known.markers, known.index, next);
      return markers === known.markers && known === old ? old : { ...known, markers };
    });
  }, [list, next]);

  return {
    query,
    /** From 0. */
    index,
    pages: markers.length,
    /** Whether there may be pages beyond those known. */
    openEnd: index + 1 < markers.length,
    turnTo: (page: number) => setPlace({ list, index: Math.min(Math.max(page, 0), markers.length - 1), markers }),
  };
}
