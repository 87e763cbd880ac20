import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { CodeBox } from "../../common/CodeBox";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import type { BatchVersion } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { compareLines } from "./compare";

type Props = { version: BatchVersion; current: string; onClose: () => void };

/** Which lines a version has that the batch has not, and the other way. */
export function Comparison({ version, current, onClose }: Props) {
  const t = useText();
  const { onlyThen, onlyNow } = useMemo(() => compareLines(version.text, current), [version, current]);
  const isSame = onlyThen.length === 0 && onlyNow.length === 0;
  return (
    <Modal
      visible={true}
      size="large"
      header={t(text.compareTitle)}
      closeAriaLabel={t(shell.dismiss)}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button onClick={onClose}>{t(text.close)}</Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box color="text-body-secondary">
          {version.name}
          {" · "}
          <Time at={version.at} />
        </Box>
        {isSame ? (
          t(text.sameLines)
        ) : (
          <ColumnLayout columns={2}>
            <Lines label={t(text.onlyThen)} lines={onlyThen} />
            <Lines label={t(text.onlyNow)} lines={onlyNow} />
          </ColumnLayout>
        )}
      </SpaceBetween>
    </Modal>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  const t = useText();
  return (
    <div>
      <Box variant="h3">
        {label} <Box variant="span">{t(common.counter, { count: lines.length })}</Box>
      </Box>
      {lines.length === 0 ? t(common.none) : <CodeBox code={lines.join("\n")} label={label} />}
    </div>
  );
}
