import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../common/text";
import type { HousekeeperError } from "../../ipc/client";
import { common } from "../../messages/common";
import { sessions as text } from "../../messages/sessions";
import { shell } from "../../messages/shell";
import { FailureAlert } from "../failure/FailureAlert";
import { MfaCodeField } from "./MfaCodeField";
import { isWholeCode } from "./mfaCode";

type Props = {
  /** The connection that it is for. */
  name: string;
  /** The device's serial number or ARN; may be empty. */
  device: string;
  pending: boolean;
  error: HousekeeperError | null;
  onCode(code: string): void;
  onCancel(): void;
};

/** Asks for the code of an MFA device. The code is handed on and forgotten: it is taken once. */
export function MfaModal({ name, device, pending, error, onCode, onCancel }: Props) {
  const t = useText();
  const input = useRef<InputProps.Ref>(null);
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const whole = isWholeCode(code);
  useEffect(() => {
    // After the dialogue has taken the focus to its first button.
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  function send() {
    if (pending) return;
    setTried(!whole);
    if (!whole) return input.current?.focus();
    onCode(code);
    setCode("");
  }

  return (
    <Modal
      visible={true}
      onDismiss={onCancel}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.codeTitle, { name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={pending} onClick={send}>
              {t(text.codeContinue)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <FailureAlert error={error} takeFocus={true} connection={NO_OTHER} />}
        <div>{t(text.codeText)}</div>
        <MfaCodeField
          ref={input}
          value={code}
          device={device}
          readOnly={pending}
          errorText={tried && !whole ? t(text.codeNotWhole) : undefined}
          onChange={setCode}
          onEnter={send}
        />
      </SpaceBetween>
    </Modal>
  );
}

/** A failure in here is answered in here: the button to sign in through some connection would lead back to where one is. */
const NO_OTHER = "";
