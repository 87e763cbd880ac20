import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { type BatchRow, housekeeper } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { editPath } from "./paths";
import { useDelete } from "./useDelete";

/** What can be done with one batch, if just one is selected. */
export function RowActions({ selected }: { selected: readonly BatchRow[] }) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useDelete();
  const duplicate = useMutation({
    mutationFn: ({ id }: BatchRow) => housekeeper.duplicateBatch(id),
    onSuccess: (made) => flash({ type: "success", content: t(text.duplicated, { name: made.row.name }) }),
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.batches }),
  });
  const row = selected.length === 1 ? selected[0] : undefined;
  const off = { disabled: !row, disabledReason: t(selected.length === 0 ? common.selectFirst : text.selectOne) };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button {...off} onClick={() => row && void navigate(editPath(row.id))}>
        {t(text.edit)}
      </Button>
      <Button {...off} loading={duplicate.isPending} onClick={() => row && duplicate.mutate(row)}>
        {t(text.duplicate)}
      </Button>
      <Button {...off} loading={remove.isPending} onClick={() => row && remove.mutate(row)}>
        {t(text.delete)}
      </Button>
    </SpaceBetween>
  );
}
