import FormField from "@cloudscape-design/components/form-field";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../../common/text";
import { ConnectionDot } from "../../../features/connection/ConnectionDot";
import { useConnections } from "../../../features/connection/ConnectionInUse";
import { RouteLink } from "../../../features/frame/RouteLink";
import { MfaCodeField } from "../../../features/sign-in/MfaCodeField";
import type { ConnectionRow } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { shell } from "../../../messages/shell";
import { hasMfaDevice } from "./entered";
import { type FieldProps, MISTAKES } from "./fieldProps";
import { TextField } from "./TextField";

/** A role, and the connection that may assume it. */
export function RoleFields(props: FieldProps) {
  const t = useText();
  const { entered, wrong, onChange } = props;
  return (
    <SpaceBetween size="l">
      <BaseField {...props} />
      <TextField {...props} field="roleArn" label={text.roleArn} hint={text.roleArnHint} />
      <TextField {...props} field="externalId" label={text.externalId} hint={text.externalIdHint} />
      <TextField {...props} field="sessionName" label={text.sessionName} hint={text.sessionNameHint} />
      <TextField {...props} field="mfaSerial" label={text.mfaDevice} hint={text.mfaDeviceHint} />
      {hasMfaDevice(entered) && (
        <MfaCodeField
          value={entered.mfaCode}
          device=""
          errorText={wrong.mfaCode && t(MISTAKES[wrong.mfaCode])}
          onChange={(mfaCode) => onChange({ mfaCode })}
        />
      )}
    </SpaceBetween>
  );
}

function BaseField({ entered, wrong, onChange }: FieldProps) {
  const t = useText();
  const bases = useConnections().all.filter(({ way }) => way.kind !== "practice");
  const option = ({ id, name, account, colour }: ConnectionRow): SelectProps.Option => ({
    value: id,
    label: name,
    ...(account !== null && { description: t(shell.account, { account }) }),
    ...(colour !== "none" && { iconSvg: <ConnectionDot colour={colour} /> }),
  });
  const options = bases.map(option);
  return (
    <FormField
      label={t(text.base)}
      description={
        bases.length > 0 ? (
          t(text.baseHint)
        ) : (
          <>
            {t(text.baseNone)}{" "}
            <RouteLink inText={true} to="/connections">
              {t(shell.connections)}
            </RouteLink>
          </>
        )
      }
      errorText={wrong.base && t(MISTAKES[wrong.base])}
    >
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === entered.base) ?? null}
        placeholder={t(text.choose)}
        empty={t(text.baseNone)}
        onChange={({ detail }) => onChange({ base: detail.selectedOption.value ?? "" })}
      />
    </FormField>
  );
}
