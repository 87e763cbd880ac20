import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keys } from "../../features/queries/keys";
import { type ConnectionRow, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections as text } from "../../messages/connections";
import { shell } from "../../messages/shell";

type Props = { connection: ConnectionRow; onClose: () => void; onRemoved: () => void };

/** Asks before a connection and its secret are removed. */
export function RemoveModal({ connection, onClose, onRemoved }: Props) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const { id, name } = connection;
  const remove = useMutation({
    mutationFn: () => housekeeper.removeConnection(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.connections });
      client.removeQueries({ queryKey: keys.ofConnection(id) });
      flash({ type: "success", content: t(text.removed, { name }) });
      onRemoved();
    },
  });
  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.removeTitle, { name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t(common.remove)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{t(text.removeText)}</div>
        {remove.error && <FailureAlert error={remove.error} takeFocus={true} />}
      </SpaceBetween>
    </Modal>
  );
}
