import { useEffect, useRef } from "react";
import { useMonthFigures } from "./useMonthFigures";

/** Calls `again` whenever the month's figures have changed since they were first known. */
export function useAgainOnNewFigures(connections: readonly string[], again: () => void): void {
  const figures = useMonthFigures(connections);
  const last = useRef(figures);
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    const before = last.current;
    if (figures === null) return;
    last.current = figures;
    if (before !== null && before !== figures) latest.current();
  }, [figures]);
}
