import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useText } from "../../common/text";
import { createDraftKey } from "../../features/drafts/keys";
import { useDraftAtFirst } from "../../features/drafts/useDraftAtFirst";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { draftOf, keepDraft, recallDraft } from "../../features/path-editor/drafts";
import type { Draft, Target } from "../../ipc/client";
import { drafts as text } from "../../messages/drafts";
import { shell } from "../../messages/shell";
import { CreateForm } from "./CreateForm";
import type { Copied } from "./useDraft";

type Props = { connection: string; target: Target; copied: Copied | null };

/** The form, once it is known what was typed here before: in this window, or before the app was started. */
export function CreateFromDraft({ connection, target, copied }: Props) {
  const t = useText();
  const [isKnown] = useState(() => recallDraft(connection, target) !== null);
  const kept = useDraftAtFirst(createDraftKey(connection, target), !isKnown);
  if (kept.isLoading) return <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>;
  return (
    <SpaceBetween size="l">
      {/* One can work all the same. */}
      {kept.error && <FailureAlert error={kept.error} type="warning" title={t(text.notRead)} />}
      <Begun connection={connection} target={target} copied={copied} kept={kept.data ?? null} />
    </SpaceBetween>
  );
}

/** Puts what the records have where the form looks for it, before the form does. */
function Begun({ kept, ...form }: Props & { kept: Draft | null }) {
  useState(() => {
    const draft = kept && draftOf(kept.content, kept.at);
    if (draft) keepDraft(form.connection, form.target, draft);
  });
  return <CreateForm {...form} />;
}
