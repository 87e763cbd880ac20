import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import type { Ref } from "react";
import { useText } from "../../common/text";
import { sessions as text } from "../../messages/sessions";
import { digitsOf } from "./mfaCode";

type Props = {
  value: string;
  device: string;
  errorText?: string | undefined;
  readOnly?: boolean;
  onChange: (code: string) => void;
  /** Enter was pressed; where the field stands in a form, that sends the form by itself. */
  onEnter?: () => void;
  ref?: Ref<InputProps.Ref>;
};

/** Where the code of an MFA device is entered. It takes digits alone, however they were spaced. */
export function MfaCodeField({ value, device, errorText, readOnly, onChange, onEnter, ref }: Props) {
  const t = useText();
  return (
    <FormField
      label={t(text.code)}
      description={device && <span style={{ overflowWrap: "anywhere" }}>{t(text.codeDevice, { device })}</span>}
      constraintText={t(text.codeHint)}
      errorText={errorText}
    >
      <Input
        ref={ref}
        value={value}
        inputMode="numeric"
        autoComplete="one-time-code"
        readOnly={readOnly}
        onChange={({ detail }) => onChange(digitsOf(detail.value))}
        onKeyDown={({ detail }) => detail.key === "Enter" && onEnter?.()}
      />
    </FormField>
  );
}
