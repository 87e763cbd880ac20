import { useEffect } from "react";

type Module = typeof import("./largeLines");

let fetched: Module | null = null;

/** The editor of large texts, if it is there already. */
export const fetchedLargeLines = () => fetched;

/** Fetches the editor of large texts, which few visits need and no page is to wait for. */
export async function fetchLargeLines(): Promise<Module> {
  fetched ??= await import("./largeLines");
  return fetched;
}

/** How long after the page is there it is fetched, in milliseconds: not to slow the page itself. */
const FETCH_AFTER = 300;

/** Fetches it before it is wanted, so that it is there at once. */
export function useFetchedSoon(): void {
  useEffect(() => {
    // Where that fails, it is fetched again when it is wanted.
    const timer = setTimeout(() => void fetchLargeLines().catch(() => {}), FETCH_AFTER);
    return () => clearTimeout(timer);
  }, []);
}
