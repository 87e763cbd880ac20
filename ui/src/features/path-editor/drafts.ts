import type { Target } from "../../ipc/client";
import { objectIn } from "../drafts/json";
import { targetKey } from "../targets/paths";

/** What a person typed for a target and has not sent. */
export type Draft = {
  text: string;
  name: string;
  /** The reason or ticket. */
  reason: string;
  /** What it began as a copy of, so that coming back to the copy finds what became of it. */
  copyOf: string | null;
  /** When it was last changed; `null` where nothing was. */
  at: string | null;
};

/** A draft as the records keep it over a restart; `null` where there is no text in it. */
export function draftContent({ text, name, reason, copyOf }: Draft): string | null {
  return text.trim() === "" ? null : JSON.stringify({ text, name, reason, copyOf });
}

/** A draft from the records; `null` where they have something else. */
export function draftOf(content: string, at: string): Draft | null {
  const found = objectIn(content);
  if (!found || typeof found.text !== "string" || found.text.trim() === "") return null;
  const { text, name, reason, copyOf } = found;
  return {
    text,
    name: typeof name === "string" ? name : "",
    reason: typeof reason === "string" ? reason : "",
    copyOf: typeof copyOf === "string" ? copyOf : null,
    at,
  };
}

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

/** More texts of runs than this are not kept: each may be a hundred thousand lines. */
const MOST_SENT = 4;

/** What was typed for the latest runs, oldest first, for as long as it may have to come back. */
const sent = new Map<number, Draft>();

/** Keeps what was typed for a run. */
export function keepSent(run: number, draft: Draft): void {
  sent.set(run, draft);
  for (const oldest of [...sent.keys()].slice(0, -MOST_SENT)) sent.delete(oldest);
}

/** What was typed for a run, exactly as it was; `null` where the window was opened since, or has forgotten it. */
export function recallSent(run: number): Draft | null {
  return sent.get(run) ?? null;
}

/** Forgets what was typed for a run: it was taken, or is not what would come back any more. */
export function dropSent(run: number): void {
  sent.delete(run);
}
