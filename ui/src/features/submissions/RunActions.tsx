import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useText } from "../../common/text";
import { queue as text } from "../../messages/queue";
import type { OnHold } from "./onHold";
import { useSendNow } from "./useSendNow";
import { useUndo } from "./useUndo";

type Props = {
  run: OnHold;
  canUndo: boolean;
  canSendNow: boolean;
  /** Called once it was taken back, with how many submissions that were, even if this has left the screen meanwhile. */
  onUndone?: (count: number) => void;
  /** What else one can do here. */
  children?: ReactNode;
};

/** What a person can do about a run that was not sent: Undo, and Send now. */
export function RunActions({ run, canUndo, canSendNow, onUndone, children }: Props) {
  const t = useText();
  const undo = useUndo(onUndone);
  const send = useSendNow();
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {canUndo && (
        <Button wrapText={false} loading={undo.isPending} disabled={send.isPending} onClick={() => undo.mutate(run)}>
          {t(text.undo)}
        </Button>
      )}
      {canSendNow && (
        <Button wrapText={false} loading={send.isPending} disabled={undo.isPending} onClick={() => send.send(run)}>
          {t(text.sendNow)}
        </Button>
      )}
      {children}
    </SpaceBetween>
  );
}
