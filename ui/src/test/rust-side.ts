import { emit } from "@tauri-apps/api/event";
import { act } from "@testing-library/react";
import type { Draft, SubmissionRow } from "../ipc/client";
import type { Answers } from "./fake";

/** One submission as the Rust side has it: a test moves it on, and the window is told. */
export function oneSubmission(first: SubmissionRow, items: readonly string[] = first.first) {
  let row = first;
  const answers: Answers = {
    submit: () => row,
    submission: () => ({ row, items, history: [] }),
    activity: () => ({ total: 1, rows: [row] }),
  };
  async function becomes(next: SubmissionRow) {
    row = next;
    await tell({ kind: "submission", id: row.id });
  }
  return { answers, becomes, set: (next: SubmissionRow) => (row = next) };
}

/** Tells the window of a change. */
export async function tell(changed: object): Promise<void> {
  await act(() => emit("changed", changed));
}

/** The drafts as the Rust side keeps them, over a restart of the window. */
export function draftRecords() {
  const records = new Map<string, Draft>();
  const writes: string[] = [];
  const answers: Answers = {
    draft: ({ key }: { key: string }) => records.get(key) ?? null,
    drafts: () => [...records].map(([key, { at }]) => ({ key, at })),
    keep_draft: ({ key, content }: { key: string; content: string }) => {
      writes.push(content);
      records.set(key, { content, at: "2026-11-25T12:00:00Z" });
      return null;
    },
    drop_draft: ({ key }: { key: string }) => {
      records.delete(key);
      return null;
    },
  };
  return { records, writes, answers };
}
