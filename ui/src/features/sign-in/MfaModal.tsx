import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../common/text";
import type { HousekeeperError } from "../../ipc/client";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { standIns as text } from "../../messages/standIns";
import { FailureAlert } from "../failure/FailureAlert";

type Props = {
  name: string;
  device: string;
  pending: boolean;
  error: HousekeeperError | null;
  onCode(code: string): void;
  onCancel(): void;
};

/** Asks for the code of an MFA device. A stand-in for the one of the branch ui-ways, whose file takes this one's place. */
export function MfaModal({ name, device, pending, error, onCode, onCancel }: Props) {
  const t = useText();
  const input = useRef<InputProps.Ref>(null);
  const [code, setCode] = useState("");
  const whole = /^\d{6}$/.test(code);
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  function send() {
    if (!whole || pending) return;
    onCode(code);
    setCode("");
  }
  return (
    <Modal
      visible={true}
      onDismiss={onCancel}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.mfaTitle, { name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={pending} disabled={!whole && !pending} onClick={send}>
              {t(text.send)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <FailureAlert error={error} takeFocus={true} />}
        <FormField label={t(text.code)} description={device || undefined} constraintText={t(text.codeHint)}>
          <Input
            ref={input}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            readOnly={pending}
            onChange={({ detail }) => setCode(detail.value.replace(/\D/g, "").slice(0, 6))}
            onKeyDown={({ detail }) => detail.key === "Enter" && send()}
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
