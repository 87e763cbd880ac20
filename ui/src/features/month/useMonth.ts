import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { housekeeper, type MonthRow } from "../../ipc/client";
import { keys } from "../queries/keys";

/** The month of the account that a connection leads into, from what is stored; it is asked for anew as it is counted. */
export function useMonth(connection: string) {
  return useQuery({ queryKey: keys.month(connection), queryFn: () => housekeeper.month(connection) });
}

/** As {@link useCountMonth}, for the accounts of several connections. */
export function useCountMonths(connections: readonly string[]): void {
  const client = useQueryClient();
  // A list of the same connections is the same list.
  const wanted = JSON.stringify([...new Set(connections)].sort());
  useEffect(() => {
    for (const connection of JSON.parse(wanted) as string[]) {
      housekeeper
        .countMonth(connection, false)
        .then((month) => client.setQueryData<MonthRow>(keys.month(connection), month))
        // The month tells itself why it was not counted; nobody asked for it here.
        .catch(() => {});
    }
  }, [client, wanted]);
}

/** Has the month counted in the background when a page opens that tells of it, where it was not counted lately. */
export function useCountMonth(connection: string): void {
  useCountMonths([connection]);
}
