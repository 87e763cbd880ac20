import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { type Draft, keepSent } from "../../features/path-editor/drafts";
import { keys } from "../../features/queries/keys";
import { FROM_EDITOR } from "../../features/submissions/wayBack";
import { submissionPath } from "../../features/targets/paths";
import { housekeeper, type Target } from "../../ipc/client";

/**
 * Stores what was typed, then shows the submission, which counts down and is sent. What was typed is kept aside until
 * CloudFront has it: a refusal or Undo brings it back.
 *
 * `onStored` is called even when the person has gone to another page meanwhile; the way on is then not forced on them.
 */
export function useSubmit(connection: string, target: Target, onStored: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: ({ text, name, reason }: Draft) =>
      housekeeper.submit(connection, target, text, name.trim(), reason.trim()),
    onSuccess: ({ run }, draft) => {
      keepSent(run, draft);
      onStored();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: keys.activity }),
  });
  return {
    error: mutation.error,
    isPending: mutation.isPending,
    /** Whether nothing was sent in this visit yet. */
    isUntried: mutation.isIdle,
    send: (draft: Draft) =>
      mutation.mutate(draft, {
        onSuccess: ({ id }) => void navigate(submissionPath(id), { replace: true, state: FROM_EDITOR }),
      }),
  };
}
