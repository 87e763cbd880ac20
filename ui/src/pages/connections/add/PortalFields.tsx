import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../../common/text";
import type { PortalRow } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { EndpointField } from "./EndpointFields";
import { type FieldProps, MISTAKES } from "./fieldProps";
import { USUAL_REGIONS } from "./regions";
import { usePortals } from "./usePortal";

type Props = FieldProps & {
  /** A portal that other connections go through was chosen; what it is stands in the fields already. */
  onKnown: (portal: PortalRow) => void;
};

/** Which portal it is. Those that other connections go through are offered, and bring their region along. */
export function PortalFields({ onKnown, ...fields }: Props) {
  const t = useText();
  const { entered, wrong, onChange } = fields;
  const known = usePortals().data ?? [];
  return (
    <SpaceBetween size="l">
      <FormField
        label={t(text.startUrl)}
        description={t(text.startUrlHint)}
        errorText={wrong.startUrl && t(MISTAKES[wrong.startUrl])}
      >
        <Autosuggest
          autoFocus={true}
          value={entered.startUrl}
          options={known.map(({ startUrl, region, signedIn }) => ({
            value: startUrl,
            description: region,
            tags: signedIn ? [t(text.signedInThere)] : [],
          }))}
          enteredTextLabel={(value) => t(text.useIt, { value })}
          onChange={({ detail }) => onChange({ startUrl: detail.value })}
          onSelect={({ detail: { selectedOption: option } }) => {
            const chosen = known.find(
              ({ startUrl, region }) => startUrl === option?.value && region === option.description,
            );
            if (!chosen) return;
            const { startUrl, region, customEndpoint } = chosen;
            onChange({ startUrl, region, customEndpoint: customEndpoint ?? "" });
            onKnown(chosen);
          }}
        />
      </FormField>
      <FormField
        label={t(text.region)}
        description={t(text.regionHint)}
        errorText={wrong.region && t(MISTAKES[wrong.region])}
      >
        <Autosuggest
          value={entered.region}
          options={USUAL_REGIONS.map((value) => ({ value }))}
          enteredTextLabel={(value) => t(text.useIt, { value })}
          onChange={({ detail }) => onChange({ region: detail.value })}
        />
      </FormField>
      <EndpointField {...fields} />
    </SpaceBetween>
  );
}
