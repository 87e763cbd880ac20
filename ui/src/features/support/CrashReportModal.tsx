import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useIntl } from "react-intl";
import { CodeBox } from "../../common/CodeBox";
import { useText } from "../../common/text";
import type { CrashReport } from "../../ipc/client";
import { shell } from "../../messages/shell";
import { support as text } from "../../messages/support";

type Props = {
  report: CrashReport;
  onClose: () => void;
  onDiagnostics: () => void;
  /** The report is put away for good. */
  onDismiss: () => void;
};

/** The report that a crash left, to be read, kept for whoever helps, or put away. */
export function CrashReportModal({ report, onClose, onDiagnostics, onDismiss }: Props) {
  const t = useText();
  const intl = useIntl();
  const time = intl.formatDate(new Date(report.at), { dateStyle: "long", timeStyle: "short" });
  return (
    <Modal
      visible={true}
      size="large"
      onDismiss={onClose}
      // Not the word of the button below, which puts the report itself away.
      closeAriaLabel={t(text.close)}
      header={t(text.crashReport)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {t(shell.dismiss)}
            </Button>
            <Button variant="primary" onClick={onDiagnostics}>
              {t(text.saveFromReport)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>
          {t(text.crashAt, { time })} {t(text.crashText)}
        </div>
        <div>{t(text.crashWhat)}</div>
        <CodeBox code={report.text} label={t(text.crashReport)} />
      </SpaceBetween>
    </Modal>
  );
}
