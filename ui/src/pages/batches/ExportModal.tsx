import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MessageDescriptor } from "react-intl";
import { CodeBox } from "../../common/CodeBox";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { refusalSentence } from "../../features/failure/refusal";
import { useFlash } from "../../features/flash/Flash";
import { type BatchRow, type ExportFormat, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { exporting as text } from "../../messages/exporting";
import { shell } from "../../messages/shell";
import { allBatchIds } from "./allBatches";

const FORMATS: { value: ExportFormat; label: MessageDescriptor; hint?: MessageDescriptor }[] = [
  { value: "batches", label: text.batches, hint: text.batchesHint },
  { value: "cli", label: text.cli, hint: text.cliHint },
  { value: "text", label: text.text },
  { value: "csv", label: text.csv },
];

type Props = { selected: readonly BatchRow[]; total: number; onClose: () => void };

/** Batches as a file: in which format, what it would be, and the way to have it. */
export function ExportModal({ selected, total, onClose }: Props) {
  const t = useText();
  const flash = useFlash();
  const [format, setFormat] = useState<ExportFormat>("batches");
  // As they were when it was opened.
  const [ids] = useState(() => (selected.length === 0 ? null : selected.map(({ id }) => id)));
  const [count] = useState(selected.length || total);
  const [name] = useState(() =>
    selected.length === 0
      ? t(text.all, { count: total })
      : (selected.length === 1 && selected[0]?.name) || t(text.some, { count: selected.length }),
  );
  const preview = useQuery({
    queryKey: ["export", ids, format],
    queryFn: async () => housekeeper.exportBatches(ids ?? (await allBatchIds()), format),
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: async () => housekeeper.saveExport(ids ?? (await allBatchIds()), format),
    onSuccess: (path) => {
      // It stays until it is put away, for whoever looks for the file.
      flash({ id: "export", type: "info", content: t(text.saved, { path }) });
      onClose();
    },
  });

  return (
    <Modal
      visible={true}
      size="large"
      header={t(text.title, { name })}
      closeAriaLabel={t(shell.dismiss)}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button
              variant="primary"
              loading={save.isPending}
              disabled={!preview.data}
              disabledReason={t(preview.error ? text.notMade : text.making)}
              onClick={() => save.mutate()}
            >
              {t(text.save)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label={t(text.format)}>
          <RadioGroup
            value={format}
            items={FORMATS.map(({ value, label, hint }) => {
              const off = value !== "batches" && count !== 1;
              return {
                value,
                label: t(label),
                description: off ? t(text.onlyOne) : hint && t(hint),
                disabled: off || save.isPending,
              };
            })}
            onChange={({ detail }) => {
              save.reset();
              setFormat(detail.value as ExportFormat);
            }}
          />
        </FormField>
        {save.error && (
          <FailureAlert
            error={save.error}
            title={t(text.notSaved)}
            sentence={refusalSentence(save.error)}
            takeFocus={true}
          />
        )}
        {preview.isLoading && <StatusIndicator type="loading">{t(text.making)}</StatusIndicator>}
        {preview.error && (
          <FailureAlert error={preview.error} title={t(text.notMade)} sentence={refusalSentence(preview.error)} />
        )}
        {preview.data && (
          <SpaceBetween size="xs">
            <CodeBox
              code={preview.data.content}
              label={t(text.preview, { name: preview.data.fileName })}
              showLabel={true}
            />
            {!preview.data.whole && <Box color="text-body-secondary">{t(text.cut)}</Box>}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Modal>
  );
}
