import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "../../common/text";
import { type ConnectionRow, HousekeeperError, housekeeper, putInUse } from "../../ipc/client";
import { shell } from "../../messages/shell";
import { FailureAlert } from "../failure/FailureAlert";
import { ASKED_AHEAD } from "../queries/client";
import { keys } from "../queries/keys";
import { Connections } from "./context";

export { useConnectionInUse, useConnections } from "./context";

/** Reads the connections before anything else is shown: every page asks through the one in use. */
export function ConnectionsProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(connectionsQuery(client));
  const inUse = query.data && inUseOf(query.data);
  if (query.data && inUse) {
    return <Connections.Provider value={{ all: query.data, inUse }}>{children}</Connections.Provider>;
  }
  if (query.error) {
    return (
      <Box padding="xxl">
        <FailureAlert error={query.error} onRetry={() => void query.refetch()} />
      </Box>
    );
  }
  return (
    <Box padding="xxxl" textAlign="center">
      <Spinner size="large" /> {t(shell.loading)}
    </Box>
  );
}

/** How the connections are asked for. */
export const connectionsQuery = (client: QueryClient) =>
  queryOptions({ queryKey: keys.connections, queryFn: () => readConnections(client), staleTime: ASKED_AHEAD });

/** The connection in use among all of them. */
export const inUseOf = (all: ConnectionRow[]): ConnectionRow | undefined =>
  all.find((connection) => connection.inUse) ?? all[0];

/**
 * The connections. Where the app's own records could not be opened nothing can be asked, and what the start-up found
 * is the reason to show. What is said of the app is kept: the first page begins with it.
 */
async function readConnections(client: QueryClient): Promise<ConnectionRow[]> {
  const { startupProblem } = await client.fetchQuery({ queryKey: keys.about, queryFn: () => housekeeper.about() });
  if (startupProblem !== null) throw HousekeeperError.of("records", startupProblem);
  return housekeeper.connections();
}

/** Puts another connection in use. */
export function useSwitchConnection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: putInUse,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.connections }),
  });
}
