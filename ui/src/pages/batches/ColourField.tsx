import FormField from "@cloudscape-design/components/form-field";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { useText } from "../../common/text";
import { COLOUR_NAMES, COLOURS, colourOf } from "../../features/colours/colours";
import type { Colour } from "../../ipc/client";
import { labels as text } from "../../messages/labels";
import { Dot } from "./Swatch";

/** Which colour a batch has. */
export function ColourField({ value, onChange }: { value: Colour; onChange: (colour: Colour) => void }) {
  const t = useText();
  const option = (colour: Colour): SelectProps.Option => ({
    value: colour,
    label: t(COLOUR_NAMES[colour]),
    iconSvg: <Dot colour={colour} />,
  });
  return (
    <FormField label={t(text.colour)} description={t(text.colourHint)}>
      <Select
        options={COLOURS.map(option)}
        selectedOption={option(value)}
        triggerVariant="option"
        onChange={({ detail }) => onChange(colourOf(detail.selectedOption.value))}
      />
    </FormField>
  );
}
