import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { housekeeper, type SubmissionRow } from "../../ipc/client";
import { activity } from "../../messages/activity";
import { useFlash } from "../flash/Flash";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";

/**
 * Sends a submission again: one whose reply was lost with the same reference, a refused one as a new submission in its
 * place, a queued one at once. `onSent` gets what came of it.
 */
export function useRetry(onSent?: (row: SubmissionRow) => void) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => housekeeper.retry(id),
    onSuccess: (row) => {
      if (row.state.kind === "unknown") flash({ type: "warning", content: t(activity.retriedUnknown) });
      else if (row.state.kind === "waiting") flash({ type: "success", content: t(activity.retriedWaiting) });
      else if (row.state.kind === "queued") flash({ type: "info", content: t(activity.retriedQueued) });
      else flash({ type: "success", content: t(activity.retried) });
      onSent?.(row);
    },
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
}
