import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { housekeeper, type Queue, type QueuedRun } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { movesBetween } from "./order";

/** Puts the queue in another order. It is shown at once, and as it was where that fails. */
export function useMove(queue: Queue) {
  const t = useText();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async (runs: readonly QueuedRun[]) => {
      const ids = (of: readonly QueuedRun[]) => of.map(({ run }) => run);
      const moves = movesBetween(ids(queue.runs), ids(runs), queue.total > queue.runs.length);
      for (const { run, before } of moves) await housekeeper.moveInQueue(run, before);
    },
    onMutate: async (runs) => {
      client.setQueryData<Queue>(keys.queue, { ...queue, runs: [...runs] });
      // An answer that was asked for before would bring the old order back.
      await client.cancelQueries({ queryKey: keys.queue });
    },
    onError: (thrown) => {
      client.setQueryData<Queue>(keys.queue, queue);
      failed(thrown, t(text.moveFailed));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.queue }),
  });
  return mutate;
}
