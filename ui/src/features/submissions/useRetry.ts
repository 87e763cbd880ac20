import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { HousekeeperError, housekeeper, type SubmissionRow } from "../../ipc/client";
import { activity } from "../../messages/activity";
import { errors } from "../../messages/errors";
import { useFlash } from "../flash/Flash";
import { keys } from "../queries/keys";

/**
 * Sends a submission again: one whose reply was lost with the same reference, a refused one as a new submission in its
 * place. `onSent` gets what came of it.
 */
export function useRetry(onSent?: (row: SubmissionRow) => void) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => housekeeper.retry(id),
    onSuccess: (row) => {
      if (row.state.kind === "unknown") flash({ type: "warning", content: t(activity.retriedUnknown) });
      else flash({ type: "success", content: t(activity.retried) });
      onSent?.(row);
    },
    onError: (thrown) => {
      const failure = HousekeeperError.from(thrown);
      const sentence = errors[failure.code] ?? errors.unexpected;
      flash({ type: "error", header: t(sentence.happened), content: `${t(sentence.todo)} ${failure.detail}` });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
}
