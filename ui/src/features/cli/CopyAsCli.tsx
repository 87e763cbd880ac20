import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Tabs from "@cloudscape-design/components/tabs";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { CodeBox } from "../../common/CodeBox";
import { useText } from "../../common/text";
import { type CliCommands, housekeeper, type Target } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { shell } from "../../messages/shell";
import { FailureAlert } from "../failure/FailureAlert";

type Props = {
  connection: string;
  target: Target;
  /** Why the lines cannot be sent; then there is no command either. */
  reason: string | null;
  /** The lines, asked for at the click. */
  lines: () => { text: string; name: string };
};

const SHELLS = [
  { id: "sh", label: text.sh },
  { id: "powershell", label: text.powershell },
  { id: "cmd", label: text.cmd },
] as const;

/** An invalidation as a command of the AWS CLI, for a script or for someone else. */
export function CopyAsCli({ connection, target, reason, lines }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const make = useMutation({
    mutationFn: (from: { text: string; name: string }) =>
      housekeeper.copyAsCli(connection, target, from.text, from.name.trim()),
  });
  return (
    <>
      <Button
        iconName="copy"
        disabled={reason !== null}
        disabledReason={reason ?? undefined}
        onClick={() => {
          setOpen(true);
          make.mutate(lines());
        }}
      >
        {t(text.copyAsCli)}
      </Button>
      {open && (
        <Modal
          visible={true}
          size="large"
          header={t(text.copyAsCli)}
          closeAriaLabel={t(shell.dismiss)}
          onDismiss={() => setOpen(false)}
        >
          {make.isPending && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
          {make.error && <FailureAlert error={make.error} takeFocus={true} />}
          {make.data && <Commands commands={make.data} />}
        </Modal>
      )}
    </>
  );
}

function Commands({ commands }: { commands: CliCommands }) {
  const t = useText();
  return (
    <SpaceBetween size="l">
      <Tabs
        ariaLabel={t(text.shells)}
        tabs={SHELLS.map(({ id, label }) => ({
          id,
          label: t(label),
          content: <CodeBox code={commands[id]} label={t(text.command)} copy={t(text.copyCommand)} />,
        }))}
      />
      <CodeBox
        code={commands.file}
        label={t(text.cliFile, { name: commands.fileName })}
        copy={t(text.copyFile)}
        showLabel={true}
      />
      <Alert type="warning">{t(text.cliOnce)}</Alert>
    </SpaceBetween>
  );
}
