import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { CodeBox } from "../../common/CodeBox";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import type { BatchDetails, BatchVersion } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { ChangedMarks, changedMarks } from "./ChangedMarks";
import { compareLines } from "./compare";

type Props = { version: BatchVersion; current: BatchDetails; onClose: () => void };

/** What a version has that the batch has not, and the other way: of the lines, and of what they are marked with. */
export function Comparison({ version, current, onClose }: Props) {
  const t = useText();
  const { onlyThen, onlyNow } = useMemo(() => compareLines(version.text, current.text), [version, current]);
  const changed = changedMarks(version, current.row);
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
        {changed.length > 0 && <ChangedMarks changed={changed} then={version} now={current.row} />}
        {isSame ? (
          <Box>{t(text.sameLines)}</Box>
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
