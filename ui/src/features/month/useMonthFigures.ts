import { useQueries } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { housekeeper, type MonthRow } from "../../ipc/client";
import { keys } from "../queries/keys";

/** How long the figures stay at least while they are being counted, in milliseconds: each change asks for checks anew. */
export const PAUSE = 2_000;

/** What of a month decides what a run costs. */
function figuresOf({ month, items, waiting, countedAt, isComplete, perItem, freeItemsAMonth }: MonthRow) {
  return [month, items, waiting, countedAt, isComplete, perItem, freeItemsAMonth];
}

/**
 * A text that changes when the figures do that the cost of a run depends on; `null` before they are known. While the
 * month is being counted that is at most once in {@link PAUSE}, though the progress is told several times a second.
 */
export function useMonthFigures(connections: readonly string[]): string | null {
  const months = useQueries({
    queries: connections.map((connection) => ({
      queryKey: keys.month(connection),
      queryFn: () => housekeeper.month(connection),
    })),
  });
  const known = months.flatMap(({ data }) => (data ? [data] : []));
  // A month that cannot be told does not hold up the others.
  const figures = months.some(({ isPending }) => isPending) ? null : JSON.stringify(known.map(figuresOf));
  const isCounting = known.some(({ counting }) => counting !== null);
  const [settled, setSettled] = useState(figures);
  const since = useRef(0);
  useEffect(() => {
    if (figures === null) return;
    const wait = isCounting ? since.current + PAUSE - Date.now() : 0;
    const timer = setTimeout(
      () => {
        since.current = Date.now();
        setSettled(figures);
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(timer);
  }, [figures, isCounting]);
  return settled;
}
