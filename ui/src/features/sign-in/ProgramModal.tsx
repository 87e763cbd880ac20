import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CodeBox } from "../../common/CodeBox";
import { useText } from "../../common/text";
import type { HousekeeperError } from "../../ipc/client";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { standIns as text } from "../../messages/standIns";
import { FailureAlert } from "../failure/FailureAlert";

type Props = {
  command: string;
  profile: string;
  pending: boolean;
  error: HousekeeperError | null;
  onAgree(): void;
  onCancel(): void;
};

/** Shows the program of a profile. A stand-in for the one of the branch ui-ways, whose file takes this one's place. */
export function ProgramModal({ command, profile, pending, error, onAgree, onCancel }: Props) {
  const t = useText();
  return (
    <Modal
      visible={true}
      onDismiss={onCancel}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.programTitle)}
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
        {error && <FailureAlert error={error} takeFocus={true} />}
        <div>{t(text.programText, { profile })}</div>
        <CodeBox code={command} label={t(text.programTitle)} />
      </SpaceBetween>
    </Modal>
  );
}
