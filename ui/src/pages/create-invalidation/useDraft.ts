import { useCallback, useEffect, useRef, useState } from "react";
import { type Draft, dropDraft, keepDraft, recallDraft } from "../../features/path-editor/drafts";
import type { Target } from "../../ipc/client";

/** What the editor begins with when it is a copy. */
export type Copied = {
  key: string;
  from: string;
  text: string;
  name: string;
  /** It was sent from here and has come back, because it was refused or taken back: it is not really a copy. */
  cameBack: boolean;
};

/** How the editor began, which the page says above it. */
export type Beginning =
  | { kind: "empty" }
  | { kind: "resumed" }
  | { kind: "copied"; from: string; putAside: Draft | null };

/**
 * The text of this visit. What was typed before and never sent is there again; a copy takes its place, and can be
 * taken back.
 */
export function useDraft(connection: string, target: Target, copied: Copied | null) {
  const [start] = useState(() => begin(recallDraft(connection, target), copied));
  const [beginning, setBeginning] = useState(start.beginning);
  const draft = useRef(start.draft);

  /** Takes note of what was typed. */
  const note = useCallback(
    (part: Partial<Draft>) => {
      draft.current = { ...draft.current, ...part };
      keepDraft(connection, target, draft.current);
    },
    [connection, target],
  );
  const drop = useCallback(() => dropDraft(connection, target), [connection, target]);

  // What came back was typed once: it stays even if the person goes elsewhere before changing anything.
  const cameBack = copied?.cameBack ?? false;
  useEffect(() => {
    if (cameBack) note({});
  }, [cameBack, note]);
  return { start: start.draft, draft, beginning, setBeginning, note, drop };
}

function begin(kept: Draft | null, copied: Copied | null): { draft: Draft; beginning: Beginning } {
  if (copied && kept?.copyOf !== copied.key) {
    const draft = { text: copied.text, name: copied.name, copyOf: copied.key };
    const putAside = kept && kept.text.trim() !== draft.text ? kept : null;
    const unremarkable = copied.cameBack && putAside === null;
    return { draft, beginning: unremarkable ? { kind: "empty" } : { kind: "copied", from: copied.from, putAside } };
  }
  if (kept) return { draft: kept, beginning: { kind: "resumed" } };
  return { draft: { text: "", name: "", copyOf: null }, beginning: { kind: "empty" } };
}
