import Checkbox from "@cloudscape-design/components/checkbox";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../../common/text";
import { adding as text } from "../../../messages/adding";
import { connections } from "../../../messages/connections";
import type { FieldProps } from "./fieldProps";
import type { Kind } from "./kinds";
import { TextField } from "./TextField";

/** Where the connection's calls go in place of AWS. */
export function EndpointField(props: FieldProps) {
  return (
    <TextField
      {...props}
      field="customEndpoint"
      inputMode="url"
      label={connections.customEndpoint}
      hint={connections.customEndpointHint}
    />
  );
}

/** Which of AWS's own endpoints they go to otherwise; few people need any of it. */
export function MoreSettings({ kind, entered, onChange }: FieldProps & { kind: Kind }) {
  const t = useText();
  // A profile and a portal say themselves where they lead.
  const sayChina = kind === "access-key" || kind === "role";
  return (
    <ExpandableSection headerText={t(text.moreSettings)}>
      <SpaceBetween size="s">
        <Checkbox
          checked={entered.fips}
          description={t(text.fipsHint)}
          onChange={({ detail }) => onChange({ fips: detail.checked })}
        >
          {t(text.fips)}
        </Checkbox>
        <Checkbox
          checked={entered.dualStack}
          description={t(text.dualStackHint)}
          onChange={({ detail }) => onChange({ dualStack: detail.checked })}
        >
          {t(text.dualStack)}
        </Checkbox>
        {sayChina && (
          <Checkbox
            checked={entered.china}
            description={t(text.chinaHint)}
            onChange={({ detail }) => onChange({ china: detail.checked })}
          >
            {t(text.china)}
          </Checkbox>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
