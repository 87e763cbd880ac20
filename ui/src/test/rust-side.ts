import { emit } from "@tauri-apps/api/event";
import { act } from "@testing-library/react";
import type { Draft, ImportOptions, ImportPreview, SubmissionRow } from "../ipc/client";
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

/** Imports as the Rust side keeps them: the files that were begun, what came of each, and which are forgotten. */
export function oneImport(
  read: (options: ImportOptions) => ImportPreview | Promise<ImportPreview>,
  lines: readonly string[] = [],
) {
  const files: { name: string; text: string; closed: boolean }[] = [];
  const kept: unknown[] = [];
  const answers: Answers = {
    import_open: ({ name }: { name: string }) => files.push({ name, text: "", closed: false }),
    import_chunk: ({ id, base64 }: { id: number; base64: string }) => {
      const file = fileOf(id);
      file.text += atob(base64);
      return file.text.length;
    },
    import_read: ({ options }: { options: ImportOptions }) => read(options),
    import_lines: ({ index }: { index: number }) => lines[index] ?? "",
    import_keep: (args: { choices: { replace: boolean }[] }) => {
      kept.push(args);
      const replaced = args.choices.filter(({ replace }) => replace).length;
      return { added: args.choices.length - replaced, replaced };
    },
    import_close: ({ id }: { id: number }) => {
      fileOf(id).closed = true;
      return null;
    },
  };
  function fileOf(id: number) {
    const file = files[id - 1];
    if (!file) throw new Error(`no import ${id}`);
    return file;
  }
  return { files, kept, answers };
}
