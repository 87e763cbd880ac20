import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { keys } from "../../features/queries/keys";
import { housekeeper } from "../../ipc/client";
import { connections as text } from "../../messages/connections";
import type { Entered, Mistake } from "./entered";

type Props = {
  entered: Entered;
  wrong: Partial<Record<keyof Entered, Mistake>>;
  onChange: (part: Partial<Entered>) => void;
};

/** The connection's name. */
export function NameField({ entered, wrong, onChange }: Props) {
  const t = useText();
  return (
    <FormField label={t(text.name)} description={t(text.nameHint)} errorText={wrong.name && t(text[wrong.name])}>
      <Input
        autoFocus={true}
        autoComplete={false}
        value={entered.name}
        onChange={({ detail }) => onChange({ name: detail.value })}
      />
    </FormField>
  );
}

/** The three parts of an access key. */
export function AccessKeyFields({ entered, wrong, onChange }: Props) {
  const t = useText();
  return (
    <SpaceBetween size="l">
      <FormField
        label={t(text.accessKeyId)}
        description={t(text.accessKeyIdHint)}
        errorText={wrong.accessKeyId && t(text[wrong.accessKeyId])}
      >
        <Input
          autoComplete={false}
          spellcheck={false}
          value={entered.accessKeyId}
          onChange={({ detail }) => onChange({ accessKeyId: detail.value })}
        />
      </FormField>
      <FormField
        label={t(text.secretAccessKey)}
        description={t(text.secretHint)}
        errorText={wrong.secretAccessKey && t(text[wrong.secretAccessKey])}
      >
        <Input
          type="password"
          autoComplete={false}
          spellcheck={false}
          value={entered.secretAccessKey}
          onChange={({ detail }) => onChange({ secretAccessKey: detail.value })}
        />
      </FormField>
      <FormField label={t(text.sessionToken)} description={t(text.sessionTokenHint)}>
        <Input
          type="password"
          autoComplete={false}
          spellcheck={false}
          value={entered.sessionToken}
          onChange={({ detail }) => onChange({ sessionToken: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

/** A profile's name, with those that are set up on this computer offered. */
export function ProfileField({ entered, wrong, onChange }: Props) {
  const t = useText();
  const profiles = useQuery({ queryKey: keys.awsProfiles, queryFn: () => housekeeper.awsProfiles() });
  return (
    <FormField
      label={t(text.profileName)}
      description={t(text.profileNameHint)}
      errorText={wrong.profile && t(text[wrong.profile])}
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

/** Where the connection's calls go in place of AWS. */
export function EndpointField({ entered, wrong, onChange }: Props) {
  const t = useText();
  return (
    <FormField
      label={t(text.customEndpoint)}
      description={t(text.customEndpointHint)}
      errorText={wrong.customEndpoint && t(text[wrong.customEndpoint])}
    >
      <Input
        autoComplete={false}
        spellcheck={false}
        inputMode="url"
        value={entered.customEndpoint}
        onChange={({ detail }) => onChange({ customEndpoint: detail.value })}
      />
    </FormField>
  );
}
