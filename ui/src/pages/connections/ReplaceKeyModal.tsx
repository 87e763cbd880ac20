import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import type { ConnectionCheck, ConnectionRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections } from "../../messages/connections";
import { manage as text } from "../../messages/manage";
import { shell } from "../../messages/shell";
import { useFocusFirst } from "./useFocusFirst";
import { useReplaceKey } from "./useReplaceKey";

type Props = { connection: ConnectionRow; onClose: () => void; onReplaced: (check: ConnectionCheck) => void };

/** Asks for the access key of a connection once more: it is gone from the keychain, or there is a new one. */
export function ReplaceKeyModal({ connection, onClose, onReplaced }: Props) {
  const t = useText();
  const flash = useFlash();
  const { id, name, way } = connection;
  const secret = useFocusFirst<InputProps.Ref>();
  const [asked, setAsked] = useState(false);
  const { entered, change, pending, error, send } = useReplaceKey(
    id,
    way.kind === "accessKey" ? way.accessKeyId : "",
    (check) => {
      flash({ type: "success", content: t(text.keyReplaced, { name }) });
      onReplaced(check);
    },
  );
  const needed = (value: string) => (asked && value.trim() === "" ? t(connections.needed) : undefined);

  function submit(keep: "keychain" | "memory") {
    setAsked(true);
    if (entered.accessKeyId.trim() !== "" && entered.secretAccessKey.trim() !== "") void send(keep);
  }

  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.keyTitle, { name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={pending} onClick={() => submit("keychain")}>
              {t(text.saveKey)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          submit("keychain");
        }}
      >
        <SpaceBetween size="m">
          {error && (
            <FailureAlert
              error={error}
              connection={id}
              takeFocus={true}
              action={
                error.code === "keychainUnavailable" && (
                  <Button formAction="none" onClick={() => submit("memory")}>
                    {t(text.keepInMemory)}
                  </Button>
                )
              }
            >
              {error.code === "keychainUnavailable" && t(text.keepInMemoryText)}
            </FailureAlert>
          )}
          <div>{t(text.keyText)}</div>
          <FormField
            label={t(connections.accessKeyId)}
            description={t(connections.accessKeyIdHint)}
            errorText={needed(entered.accessKeyId)}
          >
            <Input
              autoComplete={false}
              spellcheck={false}
              value={entered.accessKeyId}
              onChange={({ detail }) => change({ accessKeyId: detail.value })}
            />
          </FormField>
          <FormField label={t(connections.secretAccessKey)} errorText={needed(entered.secretAccessKey)}>
            <Input
              ref={secret}
              type="password"
              autoComplete={false}
              spellcheck={false}
              value={entered.secretAccessKey}
              onChange={({ detail }) => change({ secretAccessKey: detail.value })}
            />
          </FormField>
          <FormField label={t(connections.sessionToken)} description={t(connections.sessionTokenHint)}>
            <Input
              type="password"
              autoComplete={false}
              spellcheck={false}
              value={entered.sessionToken}
              onChange={({ detail }) => change({ sessionToken: detail.value })}
            />
          </FormField>
        </SpaceBetween>
      </form>
    </Modal>
  );
}
