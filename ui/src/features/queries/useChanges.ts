import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Changed, onChanged } from "../../ipc/client";
import { keys } from "./keys";

/** Asks again for whatever a change concerns and is on screen. */
export function forget(client: QueryClient, changed: Changed): void {
  switch (changed.kind) {
    case "submission":
    case "queue":
    case "runEnded":
      void client.invalidateQueries({ queryKey: keys.activity });
      break;
    case "invalidation":
      void client.invalidateQueries({ queryKey: keys.invalidations(changed.connection, changed.target) });
      void client.invalidateQueries({ queryKey: keys.invalidation(changed.connection, changed.target, changed.id) });
      break;
    case "batches":
      void client.invalidateQueries({ queryKey: keys.batches });
      break;
    case "settings":
      void client.invalidateQueries({ queryKey: keys.settings });
      // The administrator's file is told of as a setting, and may bring budgets.
      void client.invalidateQueries({ queryKey: keys.policy });
      void client.invalidateQueries({ queryKey: keys.costs });
      break;
    case "month":
      void client.invalidateQueries({ queryKey: keys.costs });
      break;
    case "everything":
      void client.invalidateQueries();
      break;
    case "locked":
      void client.invalidateQueries({ queryKey: keys.locked });
      break;
    case "connections":
      void client.invalidateQueries({ queryKey: keys.connections });
      break;
  }
}

/** Keeps what is on screen up to date while the window is open. */
export function useChanges(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onChanged(
        (changed) => forget(client, changed),
        // They were read before the window was drawn: a session that lapsed since may have been told of to nobody.
        () => void client.invalidateQueries({ queryKey: keys.connections }),
      ),
    [client],
  );
}
