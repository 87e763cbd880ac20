import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useTimeText } from "../../common/Time";
import { useText } from "../../common/text";
import type { BatchBeginning } from "../../features/batches/saveAsBatch";
import { batchDraftKey } from "../../features/drafts/keys";
import { useDraftAtFirst } from "../../features/drafts/useDraftAtFirst";
import type { KeptDraft } from "../../features/drafts/useKeptDraft";
import { FailureAlert } from "../../features/failure/FailureAlert";
import type { Draft } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { drafts } from "../../messages/drafts";
import { shell } from "../../messages/shell";
import { BatchEditor } from "./BatchEditor";
import { type BatchDraft, batchContent, batchDraftOf } from "./draft";

type Props = {
  id: number | null;
  kept: KeptDraft;
  /** What is saved, or an empty form. */
  saved: BatchDraft;
  /** What the person wants to make a new batch of, if that is how they came here. */
  asked: BatchBeginning | null;
};

/** The form of a batch, once it is known what was typed there and not saved. */
export function EditFromDraft(form: Props) {
  const t = useText();
  const found = useDraftAtFirst(batchDraftKey(form.id));
  if (found.isLoading) return <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>;
  return (
    <SpaceBetween size="l">
      {/* One can work all the same. */}
      {found.error && <FailureAlert error={found.error} type="warning" title={t(drafts.notRead)} />}
      <Begun {...form} found={found.data ?? null} />
    </SpaceBetween>
  );
}

/** Begins with what was asked for, else with the draft, else with what is saved; and offers the other way. */
function Begun({ id, kept, saved, asked, found }: Props & { found: Draft | null }) {
  const t = useText();
  const time = useTimeText();
  const [draft] = useState(() => found && batchDraftOf(found.content));
  const fresh = { ...saved, ...asked };
  const [form, setForm] = useState({ number: 0, beginning: asked || !draft ? fresh : draft });
  const [isSaid, setSaid] = useState(draft !== null);
  const begin = (beginning: BatchDraft) => {
    setForm(({ number }) => ({ number: number + 1, beginning }));
    setSaid(false);
  };

  function startOver() {
    void kept.drop();
    begin(saved);
  }

  function bringBack(before: BatchDraft) {
    void kept.keepNow(batchContent(before));
    begin(before);
  }

  return (
    <SpaceBetween size="l">
      {isSaid && draft && (
        <Alert
          type="info"
          dismissible={true}
          dismissAriaLabel={t(shell.dismiss)}
          onDismiss={() => setSaid(false)}
          header={t(asked ? text.putAsideTitle : text.draftTitle)}
          action={
            asked ? (
              <Button onClick={() => bringBack(draft)}>{t(text.bringBack)}</Button>
            ) : (
              <Button onClick={startOver}>{t(id === null ? text.startEmpty : text.startFromSaved)}</Button>
            )
          }
        >
          {t(text.draftText)} {found && t(drafts.since, { time: time(found.at) })}
        </Alert>
      )}
      <BatchEditor key={form.number} id={id} kept={kept} beginning={form.beginning} untouched={asked ? fresh : saved} />
    </SpaceBetween>
  );
}
