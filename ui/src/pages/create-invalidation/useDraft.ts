import { useCallback, useRef, useState } from "react";
import { type Draft, dropDraft, keepDraft, recallDraft } from "../../features/path-editor/drafts";
import type { Target } from "../../ipc/client";

/** What the editor begins with when it is a copy. */
export type Copied = { key: string; from: string; items: readonly string[]; name: string };

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
  return { start: start.draft, draft, beginning, setBeginning, note, drop };
}

function begin(kept: Draft | null, copied: Copied | null): { draft: Draft; beginning: Beginning } {
  if (copied && kept?.copyOf !== copied.key) {
    const draft = { text: copied.items.join("\n"), name: copied.name, copyOf: copied.key };
    const putAside = kept && kept.text.trim() !== draft.text ? kept : null;
    return { draft, beginning: { kind: "copied", from: copied.from, putAside } };
  }
  if (kept) return { draft: kept, beginning: { kind: "resumed" } };
  return { draft: { text: "", name: "", copyOf: null }, beginning: { kind: "empty" } };
}
