import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { type Text, useText } from "../../common/text";
import { useDebounced } from "../../common/useDebounced";
import { housekeeper, type TriedItem } from "../../ipc/client";
import { trying as text } from "../../messages/trying";
import { FailureAlert } from "../failure/FailureAlert";
import { REST } from "../path-editor/useChecks";
import { findingWords } from "../path-editor/words";
import { keys } from "../queries/keys";
import { Tried } from "./Tried";

type Props = {
  ref: Ref<InputProps.Ref>;
  value: string;
  onChange: (value: string) => void;
  /** The lines beside it may have variables, which are not filled in here. */
  hasVariables: boolean;
};

/** A field for one path, and what it would clear, as it is typed. */
export function TryPath({ ref, value, onChange, hasVariables }: Props) {
  const t = useText();
  const asked = useDebounced(value, REST);
  const isEmpty = value.trim() === "";
  const query = useQuery({
    queryKey: keys.tried(asked),
    queryFn: () => housekeeper.tryItem(asked),
    enabled: asked.trim() !== "",
    // It follows from the text alone; and what was typed on the way is not kept for long.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    placeholderData: keepPreviousData,
  });
  const isSettled = asked === value && !query.isFetching;
  const { data, error } = isEmpty ? { data: undefined, error: null } : query;

  return (
    <SpaceBetween size="xs">
      <FormField label={t(text.label)} description={t(hasVariables ? text.hintVariables : text.hint)} stretch={true}>
        <Input
          ref={ref}
          value={value}
          placeholder={t(text.placeholder)}
          spellcheck={false}
          autoComplete={false}
          disableBrowserAutocorrect={true}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </FormField>
      <LiveRegion hidden={true}>{isSettled && data && !error ? said(t, data) : ""}</LiveRegion>
      {isEmpty && (
        <Box color="text-body-secondary" variant="small">
          {t(text.empty)}
        </Box>
      )}
      {Boolean(error) && isSettled && (
        <FailureAlert error={error} title={t(text.failed)} type="warning" onRetry={() => void query.refetch()} />
      )}
      {!isEmpty && !data && !error && <StatusIndicator type="loading">{t(text.looking)}</StatusIndicator>}
      {data && !error && <Tried tried={data} />}
    </SpaceBetween>
  );
}

/** What is read out of it, once the keys rest: the rest is there to be read. */
function said(t: Text, { item, findings, examples }: TriedItem): string {
  if (item === null) {
    const worst = findings.find(({ severity }) => severity === "error") ?? findings[0];
    return worst ? t(text.saidNot, { reason: findingWords(t, worst).title }) : t(text.notSent);
  }
  return t(text.said, { item, cleared: examples.filter(({ cleared }) => cleared).length, count: examples.length });
}
