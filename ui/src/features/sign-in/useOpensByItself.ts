import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { housekeeper } from "../../ipc/client";
import { useConnections } from "../connection/context";
import { keys } from "../queries/keys";
import { askingsOf } from "./askings";
import { useSignIn } from "./SignIn";

/**
 * Opens a dialogue at the moment it is needed: where the connection in use asks, or something in the queue waits for
 * it. Once each time it asks, so that Cancel is heard; one after the other.
 */
export function useOpensByItself(): void {
  const signIn = useSignIn();
  const { all, inUse } = useConnections();
  const opened = useRef(new Set<string>());
  const askings = askingsOf(all);
  const queue = useQuery({
    queryKey: keys.queue,
    queryFn: () => housekeeper.queue(),
    enabled: askings.length > 0,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what they ask for is part of the connections.
  useEffect(() => {
    for (const key of [...opened.current]) {
      if (!askings.some((asking) => asking.key === key)) opened.current.delete(key);
    }
    if (!signIn || signIn.open) return;
    const waiting = new Set(
      queue.data?.runs.filter(({ waits }) => waits?.for.kind === "signIn").map(({ connection }) => connection),
    );
    const next = askings.find(
      ({ key, what, from }) =>
        // A key is entered on a page of its own, and nobody is taken there unasked.
        what !== "accessKey" && !opened.current.has(key) && from.some(({ id }) => id === inUse.id || waiting.has(id)),
    );
    if (!next) return;
    opened.current.add(next.key);
    signIn.begin(next);
  }, [all, inUse, queue.data, signIn]);
}
