import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CodeBox } from "../../common/CodeBox";
import { useText } from "../../common/text";
import type { HousekeeperError } from "../../ipc/client";
import { common } from "../../messages/common";
import { sessions as text } from "../../messages/sessions";
import { shell } from "../../messages/shell";
import { FailureAlert } from "../failure/FailureAlert";

type Props = {
  /** The command, exactly as it would be run. */
  command: string;
  /** The profile that it belongs to; empty where that is not known. */
  profile: string;
  pending: boolean;
  error: HousekeeperError | null;
  onAgree(): void;
  onCancel(): void;
};

/** Shows the program that a profile runs, and asks whether it may. */
export function ProgramModal({ command, profile, pending, error, onAgree, onCancel }: Props) {
  const t = useText();
  return (
    <Modal
      visible={true}
      onDismiss={onCancel}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.consentTitle)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={pending} onClick={onAgree}>
              {t(text.agree)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {/* Answered in here: a button to sign in through some connection would lead back to where one is. */}
        {error && <FailureAlert error={error} takeFocus={true} connection="" />}
        <div>{t(text.consentText, { profile: profile || "none" })}</div>
        <CodeBox code={command} label={t(text.consentCommand)} />
        <div>{t(text.consentMeans)}</div>
        <div>{t(text.consentDoubt)}</div>
      </SpaceBetween>
    </Modal>
  );
}
