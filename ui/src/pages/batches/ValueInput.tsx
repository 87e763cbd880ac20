import DateInput from "@cloudscape-design/components/date-input";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { useText } from "../../common/text";
import type { VariableKind } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { choicesOf } from "./variables";

type Props = { kind: VariableKind; values: readonly string[]; onChange: (values: string[]) => void };

/** The field for a variable's value, as its kind wants it. */
export function ValueInput({ kind, values, onChange }: Props) {
  const t = useText();
  const [value = ""] = values;
  const single = (next: string) => onChange(next === "" ? [] : [next]);
  const options = choicesOf(kind).map((choice) => ({ value: choice, label: choice }));
  switch (kind.kind) {
    case "text":
      return (
        <Input value={value} spellcheck={false} autoComplete={false} onChange={({ detail }) => single(detail.value)} />
      );
    case "date":
      return (
        <DateInput
          value={value}
          format="iso"
          placeholder={t(text.datePlaceholder)}
          onChange={({ detail }) => single(detail.value)}
        />
      );
    case "oneOf":
      return (
        <Select
          options={options}
          selectedOption={options.find((option) => option.value === value) ?? null}
          placeholder={t(text.choose)}
          empty={t(text.noChoices)}
          onChange={({ detail }) => single(detail.selectedOption.value ?? "")}
        />
      );
    case "manyOf":
      return (
        <Multiselect
          options={options}
          selectedOptions={options.filter((option) => values.includes(option.value))}
          placeholder={t(text.choose)}
          empty={t(text.noChoices)}
          deselectAriaLabel={(option) => t(text.takeOut, { what: option.label })}
          onChange={({ detail }) => onChange(detail.selectedOptions.flatMap((option) => option.value ?? []))}
        />
      );
  }
}
