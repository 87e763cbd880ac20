import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import type { MessageDescriptor } from "react-intl";
import { useText } from "../../../common/text";
import type { Texts } from "./entered";
import { type FieldProps, MISTAKES } from "./fieldProps";

type Props = FieldProps &
  Pick<InputProps, "autoFocus" | "inputMode" | "placeholder" | "type"> & {
    field: keyof Texts;
    label: MessageDescriptor;
    hint: MessageDescriptor;
  };

/** A text that is entered as it is: neither completed nor checked for its spelling. */
export function TextField({ field, label, hint, entered, wrong, onChange, ...input }: Props) {
  const t = useText();
  const mistake = wrong[field];
  return (
    <FormField label={t(label)} description={t(hint)} errorText={mistake && t(MISTAKES[mistake])}>
      <Input
        {...input}
        autoComplete={false}
        spellcheck={false}
        value={entered[field]}
        onChange={({ detail }) => onChange({ [field]: detail.value })}
      />
    </FormField>
  );
}
