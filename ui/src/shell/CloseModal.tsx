import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useText } from "../common/text";
import { FailureAlert } from "../features/failure/FailureAlert";
import { type CloseAnswer, type CloseAsked, housekeeper, onCloseAsked } from "../ipc/client";
import { asking as text } from "../messages/asking";
import { queue } from "../messages/queue";
import { shell } from "../messages/shell";

/** Asks what becomes of what can still be undone, when the window is to be closed in that time. */
export function CloseModal() {
  const [asked, setAsked] = useState<CloseAsked | null>(null);
  useEffect(() => onCloseAsked(setAsked), []);
  return asked && <Question asked={asked} onStay={() => setAsked(null)} />;
}

function Question({ asked, onStay }: { asked: CloseAsked; onStay: () => void }) {
  const t = useText();
  const stay = useRef<ButtonProps.Ref>(null);
  const answer = useMutation({
    mutationFn: (chosen: CloseAnswer) => housekeeper.answerClose(chosen),
    // After the two others the window closes by itself.
    onSuccess: (_, chosen) => chosen === "stay" && onStay(),
  });
  const chosen = answer.isPending || answer.isSuccess ? answer.variables : null;

  // The keyboard begins where nothing is decided. The modal itself takes it to its first button as it appears.
  useEffect(() => {
    const timer = setTimeout(() => stay.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  const button = (way: CloseAnswer, label: string, ref?: typeof stay) => (
    <Button
      ref={ref}
      variant={way === "stay" ? "primary" : "normal"}
      loading={chosen === way}
      disabled={chosen !== null && chosen !== way}
      onClick={() => answer.mutate(way)}
    >
      {label}
    </Button>
  );
  return (
    <Modal
      visible={true}
      onDismiss={() => chosen === null && answer.mutate("stay")}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.closeTitle)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {button("takeBack", t(text.takeBack))}
            {button("sendNow", t(queue.sendNow))}
            {button("stay", t(text.stay), stay)}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{t(text.closeText, { items: asked.items })}</div>
        <div>{t(text.closeWays)}</div>
        {answer.error && <FailureAlert error={answer.error} takeFocus={true} />}
      </SpaceBetween>
    </Modal>
  );
}
