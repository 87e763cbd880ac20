import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { type BatchList, type BatchRow, housekeeper } from "../../ipc/client";

/** Makes a batch a favourite, or no longer; the row on screen changes at once. */
export function useFavourite() {
  const client = useQueryClient();
  const failed = useFailureFlash();
  const queryKey = [...keys.batches, "list"];
  return useMutation({
    mutationFn: ({ id, favourite }: BatchRow) => housekeeper.setFavouriteBatch(id, !favourite),
    onMutate: async ({ id, favourite }) => {
      await client.cancelQueries({ queryKey });
      client.setQueriesData<BatchList>(
        { queryKey },
        (list) =>
          list && { ...list, rows: list.rows.map((row) => (row.id === id ? { ...row, favourite: !favourite } : row)) },
      );
    },
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.batches }),
  });
}
