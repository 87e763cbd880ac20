import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { keys } from "../../features/queries/keys";
import { invalidationPath, submissionPath } from "../../features/targets/paths";
import { housekeeper, type SubmissionRow, type Target } from "../../ipc/client";

/**
 * Sends what was typed, then shows what became of it: the invalidation where CloudFront has named one that can be
 * followed, else the submission.
 *
 * `onTaken` is called even when the person has gone to another page meanwhile; the way on is then not forced on them.
 */
export function useSubmit(connection: string, target: Target, onTaken: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: ({ text, name }: { text: string; name: string }) =>
      housekeeper.submit(connection, target, text, name.trim()),
    onSuccess: onTaken,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.activity });
      void client.invalidateQueries({ queryKey: keys.invalidations(connection, target) });
    },
  });
  return {
    error: mutation.error,
    isPending: mutation.isPending,
    send: (text: string, name: string) =>
      mutation.mutate({ text, name }, { onSuccess: (row) => void navigate(wayOn(row), { replace: true }) }),
  };
}

function wayOn({ id, state, target }: SubmissionRow): string {
  if (state.kind === "inProgress" || state.kind === "completed") return invalidationPath(target, state.invalidation);
  return submissionPath(id);
}
