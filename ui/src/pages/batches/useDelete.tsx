import Button from "@cloudscape-design/components/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { type BatchRow, housekeeper } from "../../ipc/client";
import { batches as text } from "../../messages/batches";

/** Deletes a batch at once, and offers to bring it back. */
export function useDelete() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.batches });
  const bringBack = useMutation({
    mutationFn: ({ id }: BatchRow) => housekeeper.bringBackBatch(id),
    onSuccess: (_, { id, name }) =>
      flash({ id: `batch-${id}`, type: "success", content: t(text.broughtBack, { name }) }),
    onError: (thrown) => failed(thrown),
    onSettled,
  });
  return useMutation({
    mutationFn: ({ id }: BatchRow) => housekeeper.deleteBatch(id),
    onSuccess: (_, row) =>
      flash({
        id: `batch-${row.id}`,
        // Stays until it is put away: with it goes the way back.
        type: "info",
        content: t(text.deleted, { name: row.name }),
        action: <Button onClick={() => bringBack.mutate(row)}>{t(text.undo)}</Button>,
      }),
    onError: (thrown) => failed(thrown),
    onSettled,
  });
}
