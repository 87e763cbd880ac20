import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { HousekeeperError } from "../../ipc/client";
import { keys } from "../queries/keys";
import { isAskedFor } from "./askings";

/**
 * Reads the connections, or the lock, anew where something failed because of them: what they ask for is then offered,
 * even where nobody told of it.
 */
export function useFailuresThatAsk(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = (thrown: unknown) => {
      const { code } = HousekeeperError.from(thrown);
      if (isAskedFor(code)) void client.invalidateQueries({ queryKey: keys.connections });
      if (code === "locked") void client.invalidateQueries({ queryKey: keys.locked });
    };
    const stops = [
      client.getQueryCache().subscribe((event) => {
        if (event.type === "updated" && event.action.type === "error") look(event.action.error);
      }),
      client.getMutationCache().subscribe((event) => {
        if (event.type === "updated" && event.action.type === "error") look(event.action.error);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
}
