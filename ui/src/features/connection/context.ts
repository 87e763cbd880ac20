import { createContext, useContext } from "react";
import type { ConnectionRow } from "../../ipc/client";

type Known = { all: ConnectionRow[]; inUse: ConnectionRow };

/** The connections, once they are read. */
export const Connections = createContext<Known | null>(null);

/** All connections, and the one in use. */
export function useConnections(): Known {
  const connections = useContext(Connections);
  if (!connections) throw new Error("useConnections outside ConnectionsProvider");
  return connections;
}

/** The connection in use. */
export function useConnectionInUse(): ConnectionRow {
  return useConnections().inUse;
}

/** The connection of an id, or the one in use where none is said; nothing where it is gone, or nothing is read yet. */
export function useConnectionOr(id: string | undefined): ConnectionRow | undefined {
  const known = useContext(Connections);
  return id === undefined ? known?.inUse : known?.all.find((connection) => connection.id === id);
}
