/** What the pages of the create flow tell each other as one leads on to the other: from the editor and back to it. */
import type { WireError } from "../../ipc/client";

/** Told to a submission's page: the person has just sent it from the editor, so it leads on, or back, by itself. */
export const FROM_EDITOR = { from: "editor" } as const;

/** Whether one came to a submission's page from the editor. */
export function isFromEditor(state: unknown): boolean {
  return typeof state === "object" && state !== null && "from" in state && state.from === FROM_EDITOR.from;
}

/** Told to the editor: what it sent was refused. */
export type Refused = { refusal: WireError };

/** The refusal that the editor was told of, if any. */
export function refusalIn(state: unknown): WireError | null {
  return typeof state === "object" && state !== null && "refusal" in state ? (state as Refused).refusal : null;
}
