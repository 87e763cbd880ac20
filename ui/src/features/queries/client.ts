import { QueryClient } from "@tanstack/react-query";

/**
 * What every question to the Rust side has in common.
 *
 * No retries here: the engine keeps one pace an account and knows what may be repeated. And no waiting for a network:
 * much is answered from this computer, and where the network is missing the engine says so.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** For how long what was asked for ahead of its page is not asked for again, in milliseconds. */
export const ASKED_AHEAD = 2_000;
