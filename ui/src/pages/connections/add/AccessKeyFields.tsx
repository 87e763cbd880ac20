import SpaceBetween from "@cloudscape-design/components/space-between";
import { connections as text } from "../../../messages/connections";
import type { FieldProps } from "./fieldProps";
import { KeyOnFileField } from "./KeyOnFileField";
import { PasteKeyField } from "./PasteKeyField";
import { TextField } from "./TextField";

/** An access key: taken from this computer, pasted as it was handed out, or typed. */
export function AccessKeyFields(props: FieldProps) {
  const { entered, onChange } = props;
  return (
    <SpaceBetween size="l">
      <KeyOnFileField {...props} />
      {entered.keyOnFile === "" && (
        <SpaceBetween size="l">
          <PasteKeyField
            onKey={({ accessKeyId, secretAccessKey, sessionToken }) =>
              onChange({ accessKeyId, secretAccessKey, sessionToken })
            }
          />
          <TextField {...props} field="accessKeyId" label={text.accessKeyId} hint={text.accessKeyIdHint} />
          <TextField
            {...props}
            field="secretAccessKey"
            type="password"
            label={text.secretAccessKey}
            hint={text.secretHint}
          />
          <TextField
            {...props}
            field="sessionToken"
            type="password"
            label={text.sessionToken}
            hint={text.sessionTokenHint}
          />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
