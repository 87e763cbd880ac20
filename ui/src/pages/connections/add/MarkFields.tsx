import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../../common/text";
import { COLOUR_NAMES, COLOURS } from "../../../features/colours/colours";
import { ConnectionDot } from "../../../features/connection/ConnectionDot";
import type { Colour } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { labels } from "../../../messages/labels";
import { sessions } from "../../../messages/sessions";
import type { FieldProps } from "./fieldProps";

/** What sets a connection apart from others: its colour, and that it leads to production. */
export function MarkFields({ entered, onChange }: FieldProps) {
  const t = useText();
  const option = (colour: Colour): SelectProps.Option => ({
    value: colour,
    label: t(COLOUR_NAMES[colour]),
    ...(colour !== "none" && { iconSvg: <ConnectionDot colour={colour} /> }),
  });
  return (
    <SpaceBetween size="l">
      <FormField label={t(labels.colour)} description={t(text.colourHint)}>
        <Select
          options={COLOURS.map(option)}
          selectedOption={option(entered.colour)}
          triggerVariant="option"
          onChange={({ detail }) =>
            onChange({ colour: COLOURS.find((colour) => colour === detail.selectedOption.value) ?? "none" })
          }
        />
      </FormField>
      <Checkbox
        checked={entered.production}
        description={t(text.productionHint)}
        onChange={({ detail }) => onChange({ production: detail.checked })}
      >
        {t(sessions.production)}
      </Checkbox>
    </SpaceBetween>
  );
}
