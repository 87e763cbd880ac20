import { useCallback, useEffect, useRef, useState } from "react";
import { createDraftKey } from "../../features/drafts/keys";
import { useKeptDraft } from "../../features/drafts/useKeptDraft";
import { type Draft, draftContent, dropDraft, keepDraft, recallDraft } from "../../features/path-editor/drafts";
import type { Target } from "../../ipc/client";

/** What the editor begins with when it is a copy. */
export type Copied = {
  key: string;
  from: string;
  text: string;
  name: string;
  reason: string;
  /** It was sent from here and has come back, because it was refused or taken back: it is not really a copy. */
  cameBack: boolean;
};

/** How the editor began, which the page says above it. */
export type Beginning =
  | { kind: "empty" }
  | { kind: "resumed"; since: string | null }
  | { kind: "copied"; from: string; putAside: Draft | null };

/**
 * The text of this visit, which is kept over a restart too. What was typed before and never sent is there again; a copy takes its place, and can be
 * taken back.
 */
export function useDraft(connection: string, target: Target, copied: Copied | null) {
  const [start] = useState(() => begin(recallDraft(connection, target), copied));
  const [beginning, setBeginning] = useState(start.beginning);
  const draft = useRef(start.draft);
  const kept = useKeptDraft(createDraftKey(connection, target));

  /** Takes note of what was typed. */
  const note = useCallback(
    (part: Partial<Draft>) => {
      draft.current = { ...draft.current, ...part, at: new Date().toISOString() };
      keepDraft(connection, target, draft.current);
      kept.keepSoon(() => draftContent(draft.current));
    },
    [connection, target, kept],
  );
  const drop = useCallback(() => {
    dropDraft(connection, target);
    void kept.drop();
  }, [connection, target, kept]);
  /** Keeps what was dropped after all. */
  const bringBack = useCallback(
    (dropped: Draft) => {
      keepDraft(connection, target, dropped);
      void kept.keepNow(draftContent(dropped));
    },
    [connection, target, kept],
  );

  // What came back was typed once: it stays even if the person goes elsewhere before changing anything.
  const cameBack = copied?.cameBack ?? false;
  useEffect(() => {
    if (cameBack) note({});
  }, [cameBack, note]);
  return { start: start.draft, draft, beginning, setBeginning, note, drop, bringBack };
}

function begin(kept: Draft | null, copied: Copied | null): { draft: Draft; beginning: Beginning } {
  if (copied && kept?.copyOf !== copied.key) {
    const draft = { text: copied.text, name: copied.name, reason: copied.reason, copyOf: copied.key, at: null };
    const putAside = kept && kept.text.trim() !== draft.text ? kept : null;
    const unremarkable = copied.cameBack && putAside === null;
    return { draft, beginning: unremarkable ? { kind: "empty" } : { kind: "copied", from: copied.from, putAside } };
  }
  if (kept) return { draft: kept, beginning: { kind: "resumed", since: kept.at } };
  return { draft: { text: "", name: "", reason: "", copyOf: null, at: null }, beginning: { kind: "empty" } };
}
