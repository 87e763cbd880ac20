import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keys } from "../../features/queries/keys";
import { housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { distributions as text } from "../../messages/distributions";
import { shell } from "../../messages/shell";

/** Asks for a distribution's ID, for those who may not list them. */
export function AddByIdModal({ connection, onClose }: { connection: string; onClose: () => void }) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const [id, setId] = useState("");
  const [asked, setAsked] = useState(false);
  const add = useMutation({
    mutationFn: (wanted: string) => housekeeper.addDistribution(connection, wanted),
    onSuccess: async (row) => {
      await client.invalidateQueries({ queryKey: keys.distributions(connection) });
      flash({ type: "success", content: t(text.added, { id: row.id }) });
      onClose();
    },
  });
  const missing = id.trim() === "";

  function submit() {
    setAsked(true);
    if (!missing && !add.isPending) add.mutate(id.trim());
  }

  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.addById)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={add.isPending} onClick={submit}>
              {t(text.add)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SpaceBetween size="m">
          <FormField
            label={t(text.distributionId)}
            description={t(text.distributionIdHint)}
            errorText={asked && missing ? t(text.idNeeded) : undefined}
          >
            <Input
              value={id}
              autoFocus={true}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setId(detail.value)}
            />
          </FormField>
          {add.error && <FailureAlert error={add.error} takeFocus={true} />}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
