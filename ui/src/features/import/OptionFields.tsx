import Checkbox from "@cloudscape-design/components/checkbox";
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import type { ImportOptions, ImportPreview } from "../../ipc/client";
import { importing as text } from "../../messages/importing";

type Props = {
  preview: ImportPreview;
  options: ImportOptions;
  /** Whether what is read becomes batches, with names and targets. */
  named: boolean;
  change: (part: Partial<ImportOptions>) => void;
};

/** How the file is read, as far as its kind leaves a choice. */
export function OptionFields({ preview, options, named, change }: Props) {
  const t = useText();
  const { kind } = preview;
  const columns = preview.columns.map((column, place) => ({
    value: String(place),
    label: column || t(text.columnNumber, { number: place + 1 }),
  }));
  const column = options.column ?? preview.column;
  return (
    <SpaceBetween size="m">
      {named && (kind === "text" || kind === "csv" || kind === "sitemap") && (
        <FormField label={t(text.name)}>
          <Input autoComplete={false} value={options.name} onChange={({ detail }) => change({ name: detail.value })} />
        </FormField>
      )}
      {/* Each stands by itself: what stands in a fragment gets no distance from its neighbours. */}
      {kind === "csv" && (
        <FormField label={t(text.column)}>
          <Select
            options={columns}
            selectedOption={columns.find(({ value }) => value === String(column)) ?? null}
            onChange={({ detail }) => change({ column: Number(detail.selectedOption.value) })}
          />
        </FormField>
      )}
      {kind === "csv" && (
        <Checkbox
          checked={options.hasHeader ?? preview.hasHeader}
          onChange={({ detail }) => change({ hasHeader: detail.checked })}
        >
          {t(text.header)}
        </Checkbox>
      )}
      {(kind === "sitemap" || kind === "sitemapIndex") && (
        <FormField label={t(text.prefix)}>
          <Input
            autoComplete={false}
            value={options.prefix}
            onChange={({ detail }) => change({ prefix: detail.value })}
          />
        </FormField>
      )}
      {(kind === "sitemap" || kind === "sitemapIndex") && (
        <FormField label={t(text.since)}>
          <DatePicker
            value={options.since ?? ""}
            placeholder={t(text.datePlaceholder)}
            onChange={({ detail }) => change({ since: detail.value || null })}
          />
        </FormField>
      )}
      {named && preview.urls && (
        <Checkbox checked={options.route} onChange={({ detail }) => change({ route: detail.checked })}>
          {t(text.route)}
        </Checkbox>
      )}
    </SpaceBetween>
  );
}
