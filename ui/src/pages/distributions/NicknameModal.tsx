import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import type { DistributionRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { distributions as text } from "../../messages/distributions";
import { shell } from "../../messages/shell";
import type { useNote } from "./useDistributions";

type Props = { row: DistributionRow; note: ReturnType<typeof useNote>; onClose: () => void };

/** Asks for the person's own word for a distribution; an empty one takes it away. */
export function NicknameModal({ row, note, onClose }: Props) {
  const t = useText();
  const [nickname, setNickname] = useState(row.nickname ?? "");
  const save = () => note.mutate({ ...row, nickname: nickname.trim() || null }, { onSuccess: onClose });

  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.nicknameOf, { id: row.id })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={note.isPending} onClick={save}>
              {t(text.saveNickname)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SpaceBetween size="m">
          <FormField label={t(text.nickname)} description={t(text.nicknameHint)}>
            <Input
              autoFocus={true}
              autoComplete={false}
              value={nickname}
              onChange={({ detail }) => setNickname(detail.value)}
            />
          </FormField>
          {note.error && <FailureAlert error={note.error} takeFocus={true} />}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
