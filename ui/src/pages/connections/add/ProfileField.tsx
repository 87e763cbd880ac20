import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useQuery } from "@tanstack/react-query";
import { useText } from "../../../common/text";
import { keys } from "../../../features/queries/keys";
import { housekeeper } from "../../../ipc/client";
import { connections as text } from "../../../messages/connections";
import { type FieldProps, MISTAKES } from "./fieldProps";

/** A profile's name, with those that are set up on this computer offered. */
export function ProfileField({ entered, wrong, onChange }: FieldProps) {
  const t = useText();
  const profiles = useQuery({ queryKey: keys.awsProfiles, queryFn: () => housekeeper.awsProfiles() });
  return (
    <FormField
      label={t(text.profileName)}
      description={t(text.profileNameHint)}
      errorText={wrong.profile && t(MISTAKES[wrong.profile])}
    >
      <Autosuggest
        value={entered.profile}
        onChange={({ detail }) => onChange({ profile: detail.value })}
        options={(profiles.data ?? []).map((value) => ({ value }))}
        enteredTextLabel={(name) => t(text.profileUse, { name })}
        statusType={profiles.isLoading ? "loading" : "finished"}
        loadingText={t(text.profilesLoading)}
        empty={t(text.noProfiles)}
      />
    </FormField>
  );
}
