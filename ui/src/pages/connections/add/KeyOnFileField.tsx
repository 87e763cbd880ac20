import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useText } from "../../../common/text";
import { housekeeper, type KeyOnFile } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { common } from "../../../messages/common";
import { EMPTY, NO_SECRETS } from "./entered";
import type { FieldProps } from "./fieldProps";

/**
 * The keys that stand in the AWS CLI's credentials file. One that is chosen goes from there into the keychain: its secret
 * never comes into the window.
 */
export function KeyOnFileField({ entered, onChange }: FieldProps) {
  const t = useText();
  const query = useQuery({ queryKey: ["accessKeysOnFile"], queryFn: () => housekeeper.accessKeysOnFile(), gcTime: 0 });
  const option = ({ profile, accessKeyId, temporary }: KeyOnFile): SelectProps.Option => ({
    value: profile,
    label: profile,
    description: accessKeyId,
    tags: temporary ? [t(text.onFileTemporary)] : [],
  });
  const none: SelectProps.Option = { value: "", label: t(text.onFileNone) };
  const options = (query.data ?? []).map(option);
  const chosen = options.find(({ value }) => value === entered.keyOnFile);
  return (
    <SpaceBetween size="xs">
      <FormField label={t(text.onFile)} description={t(text.onFileHint)}>
        <Select
          options={options.length > 0 ? [none, ...options] : []}
          selectedOption={chosen ?? none}
          statusType={query.isLoading ? "loading" : query.error ? "error" : "finished"}
          loadingText={t(text.onFileLoading)}
          errorText={t(text.onFileFailed)}
          recoveryText={t(common.tryAgain)}
          onLoadItems={() => query.error && void query.refetch()}
          empty={t(text.onFileEmpty)}
          onChange={({ detail }) =>
            // What was typed belongs to another key.
            onChange({ ...NO_SECRETS, accessKeyId: EMPTY.accessKeyId, keyOnFile: detail.selectedOption.value ?? "" })
          }
        />
      </FormField>
      {chosen && (
        <Box>
          {t(text.onFileChosen, { id: chosen.description ?? "" })}{" "}
          <Button formAction="none" variant="inline-link" onClick={() => onChange({ keyOnFile: "" })}>
            {t(text.onFileTypeInstead)}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}
