import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { housekeeper, type SubmissionRow } from "../../ipc/client";
import { activity } from "../../messages/activity";
import { useAskBeforeProduction } from "../care/Production";
import { useFlash } from "../flash/Flash";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";
import { type OnHold, sendingOf } from "./onHold";

/**
 * Sends a submission again: one whose reply was lost with the same reference, a refused one as a new submission in its
 * place, a queued one at once. To production it goes once the person has agreed. `onSent` gets what came of it.
 */
export function useRetry(onSent?: (row: SubmissionRow) => void) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const ask = useAskBeforeProduction();
  const mutation = useMutation({
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
  return {
    isPending: mutation.isPending,
    retry: (run: OnHold) =>
      ask([{ ...sendingOf(run), withTheRest: false }], () => mutation.mutate("state" in run ? run.id : run.submission)),
  };
}
