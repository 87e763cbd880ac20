import { useEffect } from "react";
import { giveWay, keepAsSeen } from "./lastSeen";

/** How long a page rests before it is kept as it is, in milliseconds. */
const REST = 1000;

/**
 * Shows the first page in place of what was last seen of it, once it is ready, and keeps it for the next start whenever
 * `shown` is something else; not while it is nothing.
 */
export function useLastSeen(ready: boolean, shown: unknown): void {
  useEffect(() => {
    if (!ready) return;
    // Laid out and painted beneath by then, so that nothing flickers.
    const frame = requestAnimationFrame(() => requestAnimationFrame(giveWay));
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  useEffect(() => {
    if (shown === undefined) return;
    const timer = setTimeout(keepAsSeen, REST);
    return () => clearTimeout(timer);
  }, [shown]);
}
