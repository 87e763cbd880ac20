import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { HousekeeperError } from "../../ipc/client";
import { keys } from "../queries/keys";
import { isAskedFor } from "./askings";

/**
 * Reads the connections, or the lock, anew where a page could not be read because of them: what they ask for is then
 * offered, even where nobody told of it.
 */
export function useFailuresThatAsk(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== "updated" || event.action.type !== "error") return;
        const { code } = HousekeeperError.from(event.action.error);
        if (isAskedFor(code)) void client.invalidateQueries({ queryKey: keys.connections });
        if (code === "locked") void client.invalidateQueries({ queryKey: keys.locked });
      }),
    [client],
  );
}
