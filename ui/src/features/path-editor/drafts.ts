import type { Target } from "../../ipc/client";
import { targetKey } from "../targets/paths";

/** What a person typed for a target and has not sent. */
export type Draft = {
  text: string;
  name: string;
  /** What it began as a copy of, so that coming back to the copy finds what became of it. */
  copyOf: string | null;
};

/** Kept as long as the window is open: whoever looks something up on another page finds the text on coming back. */
const drafts = new Map<string, Draft>();

const keyOf = (connection: string, target: Target) => `${connection}/${targetKey(target)}`;

/** The draft for a target, if there is text in it. */
export function recallDraft(connection: string, target: Target): Draft | null {
  const draft = drafts.get(keyOf(connection, target));
  return draft && draft.text.trim() !== "" ? draft : null;
}

/** Keeps a draft. */
export function keepDraft(connection: string, target: Target, draft: Draft): void {
  drafts.set(keyOf(connection, target), draft);
}

/** Forgets a target's draft. */
export function dropDraft(connection: string, target: Target): void {
  drafts.delete(keyOf(connection, target));
}
