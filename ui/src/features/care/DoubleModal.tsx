import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { care as text } from "../../messages/care";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { submissionPath } from "../targets/paths";
import { DoubleLines } from "./DoubleLines";
import type { OnItsWay } from "./doubles";
import { useAgo } from "./useAgo";

type Props = { doubles: readonly OnItsWay[]; onSend: () => void; onCancel: () => void };

/** Says that the same paths are on their way already, and wants to be told to send them all the same. */
export function DoubleModal({ doubles, onSend, onCancel }: Props) {
  const t = useText();
  const ago = useAgo();
  const navigate = useNavigate();
  const cancel = useRef<ButtonProps.Ref>(null);
  // The keyboard begins where nothing is sent. The modal itself takes it to its first button as it appears.
  useEffect(() => {
    const timer = setTimeout(() => cancel.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const [first, ...others] = doubles;
  const only = others.length === 0 && first?.target === null ? first : null;
  return (
    <Modal
      visible={true}
      onDismiss={onCancel}
      closeAriaLabel={t(shell.dismiss)}
      header={only ? t(text.double, { ago: ago(only.asked), waits: only.waits }) : t(text.doubles)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button ref={cancel} variant="link" onClick={onCancel}>
              {t(common.cancel)}
            </Button>
            {only && (
              <Button onClick={() => void navigate(submissionPath(only.submission))}>{t(text.doubleShow)}</Button>
            )}
            <Button variant="primary" onClick={onSend}>
              {t(text.doubleSend)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {!only && <DoubleLines doubles={doubles} />}
        <div>{t(doubles.every(({ waits }) => waits) ? text.doubleTextWaits : text.doubleText)}</div>
      </SpaceBetween>
    </Modal>
  );
}
