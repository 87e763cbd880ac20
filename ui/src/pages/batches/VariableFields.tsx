import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useText } from "../../common/text";
import type { Variable, VariableKind } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { ValueInput } from "./ValueInput";

const KINDS = [
  { value: "text", label: text.kindText },
  { value: "oneOf", label: text.kindOneOf },
  { value: "manyOf", label: text.kindManyOf },
  { value: "date", label: text.kindDate },
] as const;

type Props = { variable: Variable; onChange: (variable: Variable) => void };

/** What a variable is: its kind, what may be chosen, the hint and the default. */
export function VariableFields({ variable, onChange }: Props) {
  const t = useText();
  const { name, kind, hint } = variable;
  const options = KINDS.map(({ value, label }) => ({ value, label: t(label) }));
  const choices = "choices" in kind ? kind.choices : [];

  function changeKind(next: string | undefined) {
    const chosen = KINDS.find(({ value }) => value === next)?.value ?? "text";
    // The choices stay where one list becomes another; a default of another kind means nothing.
    const becomes: VariableKind =
      chosen === "oneOf" || chosen === "manyOf" ? { kind: chosen, choices } : { kind: chosen };
    onChange({ ...variable, kind: becomes, default: [] });
  }

  return (
    <fieldset className="batch-variable">
      <legend>
        <code>{name}</code>
      </legend>
      <ColumnLayout columns={2}>
        <FormField label={t(text.kind)}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === kind.kind) ?? null}
            onChange={({ detail }) => changeKind(detail.selectedOption.value)}
          />
        </FormField>
        <FormField label={t(text.default)}>
          <ValueInput
            kind={kind}
            values={variable.default}
            onChange={(values) => onChange({ ...variable, default: values })}
          />
        </FormField>
        {"choices" in kind && (
          <FormField label={t(text.choices)} description={t(text.choicesHint)}>
            <Textarea
              rows={4}
              spellcheck={false}
              value={choices.join("\n")}
              onChange={({ detail }) => onChange({ ...variable, kind: { ...kind, choices: detail.value.split("\n") } })}
            />
          </FormField>
        )}
        <FormField label={t(text.hint)} description={t(text.hintHint)}>
          <Input value={hint} onChange={({ detail }) => onChange({ ...variable, hint: detail.value })} />
        </FormField>
      </ColumnLayout>
    </fieldset>
  );
}
