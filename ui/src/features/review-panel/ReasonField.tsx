import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useText } from "../../common/text";
import { createInvalidation as text } from "../../messages/createInvalidation";

/** How many characters a reason has at most: the records take no more. */
const MOST = 200;

type Props = { value: string; readOnly: boolean; onChange: (value: string) => void };

/** Why an invalidation is made, in the person's own words or as a ticket's number. */
export function ReasonField({ value, readOnly, onChange }: Props) {
  const t = useText();
  return (
    <FormField label={t(text.reason)} description={t(text.reasonHint)} stretch={true}>
      <Input
        value={value}
        autoComplete={false}
        readOnly={readOnly}
        // By characters and not by their halves.
        onChange={({ detail }) => onChange([...detail.value].slice(0, MOST).join(""))}
      />
    </FormField>
  );
}
