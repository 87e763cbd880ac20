import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { HousekeeperError, housekeeper, type SubmissionRow } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { useFlash } from "../flash/Flash";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";

/** A run, as far as Undo needs it. */
export type UndoableRun = Pick<SubmissionRow, "run" | "parts">;

/**
 * Takes back what was not sent of a run, and says how much that was. `onUndone` gets how many submissions that were; it
 * is called even when what asked for it has left the screen.
 */
export function useUndo(onUndone?: (count: number) => void) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ run }: UndoableRun) => housekeeper.undo(run),
    onSuccess: (count, { parts }) => {
      const content = count >= parts ? t(text.takenBack) : t(text.takenBackParts, { count });
      flash({ id: "undo", type: "success", content });
      onUndone?.(count);
    },
    onError: (thrown) => {
      const failure = HousekeeperError.from(thrown);
      // The one thing that can be wrong with the question itself: there is nothing left to take back.
      if (failure.code !== "invalid") return failed(failure);
      flash({ id: "undo", type: "warning", header: t(text.tooLateTitle), content: t(text.tooLateText) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
}
