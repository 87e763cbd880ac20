import type { QueryClient } from "@tanstack/react-query";
import { connectionsQuery, inUseOf } from "../features/connection/ConnectionInUse";
import { firstDistributionsQuery } from "../pages/distributions/useDistributions";

/**
 * For how long the window waits for what it begins with before it is drawn without it, in milliseconds. What this
 * computer knows is there in a fraction of that; what AWS has to be asked for is not waited for.
 */
const PATIENCE = 100;

/**
 * Asks for what the first page shows before it is drawn: a table that is drawn with its rows is there sooner than one that
 * is drawn empty and then once more.
 */
export async function askAhead(client: QueryClient): Promise<void> {
  const asked = client.fetchQuery(connectionsQuery(client)).then((all) => {
    const inUse = inUseOf(all);
    return inUse && client.prefetchQuery(firstDistributionsQuery(inUse.id));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  // What fails is said by whoever shows it.
  await Promise.race([asked.catch(() => {}), tooLong]);
  clearTimeout(timer);
}
