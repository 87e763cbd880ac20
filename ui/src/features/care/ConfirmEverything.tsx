import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import { care as text } from "../../messages/care";

type Props = {
  /** What is cleared as a whole, as the person calls it: what is to be typed. */
  name: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
};

/** Asks for the name of what is cleared as a whole: a click alone has emptied the cache of the wrong site before. */
export function ConfirmEverything({ name, value, readOnly, onChange }: Props) {
  const t = useText();
  return (
    <Alert type="warning" header={t(text.title, { name })}>
      <SpaceBetween size="s">
        <div>{t(text.what)}</div>
        <FormField label={t(text.type, { name })} stretch={true}>
          <Input
            value={value}
            spellcheck={false}
            autoComplete={false}
            readOnly={readOnly}
            onChange={({ detail }) => onChange(detail.value)}
          />
        </FormField>
      </SpaceBetween>
    </Alert>
  );
}
