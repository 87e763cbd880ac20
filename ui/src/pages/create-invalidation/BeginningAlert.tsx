import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { useTimeText } from "../../common/Time";
import { useText } from "../../common/text";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { drafts } from "../../messages/drafts";
import { shell } from "../../messages/shell";
import type { Beginning } from "./useDraft";

type Props = { beginning: Beginning; onStartEmpty: () => void; onBringBack: () => void; onDismiss: () => void };

/** Says why the editor is not empty, and offers the other way. */
export function BeginningAlert({ beginning, onStartEmpty, onBringBack, onDismiss }: Props) {
  const t = useText();
  const time = useTimeText();
  if (beginning.kind === "empty") return null;
  const resumed = beginning.kind === "resumed";
  const canBringBack = beginning.kind === "copied" && beginning.putAside !== null;
  return (
    <Alert
      type="info"
      dismissible={true}
      dismissAriaLabel={t(shell.dismiss)}
      onDismiss={onDismiss}
      header={resumed ? t(text.draftTitle) : t(text.copyTitle, { source: beginning.from })}
      action={
        resumed ? (
          <Button onClick={onStartEmpty}>{t(text.startEmpty)}</Button>
        ) : (
          canBringBack && <Button onClick={onBringBack}>{t(text.bringBack)}</Button>
        )
      }
    >
      {resumed && t(text.draftText)}{" "}
      {beginning.kind === "resumed" && beginning.since && t(drafts.since, { time: time(beginning.since) })}
      {canBringBack && t(text.copyReplaced)}
    </Alert>
  );
}
