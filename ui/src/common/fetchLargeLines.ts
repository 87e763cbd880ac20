type Module = typeof import("./largeLines");

let fetched: Module | null = null;

/** The editor of large texts, if it is there already. */
export const fetchedLargeLines = () => fetched;

/** Fetches the editor of large texts, which few visits need and no page is to wait for. */
export async function fetchLargeLines(): Promise<Module> {
  fetched ??= await import("./largeLines");
  return fetched;
}
