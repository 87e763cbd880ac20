import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Text, useText } from "../../common/text";
import { housekeeper, type ImportRow } from "../../ipc/client";
import { importing as text } from "../../messages/importing";
import { FailureAlert } from "../failure/FailureAlert";
import { refusalSentence } from "../failure/refusal";
import { PathList } from "../invalidations/PathsCell";
import { Found } from "./Found";
import { usePreview } from "./usePreview";

/** What is in one file, and the way to take the lines of one of its batches. */
export function LinesFound({ id, onLines }: { id: number; onLines: (lines: string) => void }) {
  const t = useText();
  const { query, options, settled, busy, change } = usePreview(id, t(text.pastedName));
  const preview = query.data;
  const rows = preview?.rows ?? [];
  const [index, setIndex] = useState<number | null>(null);
  const row =
    rows.find((each) => each.index === index) ?? rows.find((each) => reasonAgainst(t, each) === null) ?? rows[0];
  const notYet = busy ? t(text.reading) : row ? reasonAgainst(t, row) : null;
  const add = useMutation({
    mutationFn: (of: ImportRow) => housekeeper.importLines(id, settled, of.index),
    onSuccess: onLines,
  });

  return (
    <SpaceBetween size="m">
      {query.isLoading && <StatusIndicator type="loading">{t(text.reading)}</StatusIndicator>}
      {query.error && (
        <FailureAlert
          error={query.error}
          title={t(text.notRead)}
          sentence={refusalSentence(query.error)}
          onRetry={() => void query.refetch()}
          takeFocus={true}
        />
      )}
      {preview && <Found preview={preview} busy={busy} options={options} named={false} change={change} />}
      {rows.length > 1 && <BatchSelect rows={rows} row={row} onSelect={setIndex} />}
      {row && <PathList first={[...new Set(row.first)]} count={row.items} />}
      {add.error && (
        <FailureAlert
          error={add.error}
          title={t(text.notAdded)}
          sentence={refusalSentence(add.error)}
          takeFocus={true}
        />
      )}
      {row && (
        <Button
          variant="primary"
          formAction="none"
          loading={add.isPending}
          disabled={notYet !== null}
          disabledReason={notYet ?? undefined}
          onClick={() => add.mutate(row)}
        >
          {t(text.addToPaths)}
        </Button>
      )}
    </SpaceBetween>
  );
}

type SelectProps = { rows: readonly ImportRow[]; row: ImportRow | undefined; onSelect: (index: number) => void };

/** Which of the batches in a file. */
function BatchSelect({ rows, row, onSelect }: SelectProps) {
  const t = useText();
  const choices = rows.map((each) => {
    const reason = reasonAgainst(t, each);
    const off = reason === null ? {} : { disabled: true, disabledReason: reason };
    return { value: String(each.index), label: each.name, ...off };
  });
  return (
    <FormField label={t(text.whichBatch)}>
      <Select
        filteringType="auto"
        options={choices}
        selectedOption={choices.find(({ value }) => value === String(row?.index)) ?? null}
        onChange={({ detail }) => onSelect(Number(detail.selectedOption.value))}
      />
    </FormField>
  );
}

/** Why the lines of a batch cannot stand in an editor as they are; `null` where they can. */
function reasonAgainst(t: Text, { problem, variables }: ImportRow): string | null {
  // As plain lines the variables would be cleared as they stand.
  return problem ?? (variables.length > 0 ? t(text.hasVariables) : null);
}
