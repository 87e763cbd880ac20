import { emit } from "@tauri-apps/api/event";
import { act } from "@testing-library/react";
import type { Draft, ImportOptions, ImportPreview, NewPortal, PortalSignInState, SubmissionRow } from "../ipc/client";
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

/** A sign-in at a portal as the Rust side has it: a test moves it on, and the window is told unless it is to miss that. */
export function onePortalSignIn(first: PortalSignInState = portalWaits()) {
  let state = first;
  const begun: NewPortal[] = [];
  const cancelled: string[] = [];
  const opened: string[] = [];
  const last = () => `s${begun.length}`;
  const row = () => ({ id: last(), startUrl: begun.at(-1)?.startUrl, region: begun.at(-1)?.region, state });
  const answers: Answers = {
    begin_portal_sign_in: ({ portal }: { portal: NewPortal }) => {
      begun.push(portal);
      return row();
    },
    // Why the browser could not be opened is told as it begins, and not again.
    portal_sign_in: () => (state.kind === "waiting" ? { ...row(), state: { ...state, browserProblem: null } } : row()),
    cancel_portal_sign_in: ({ id }: { id: string }) => {
      cancelled.push(id);
      return null;
    },
    open_portal_sign_in: ({ id }: { id: string }) => {
      opened.push(id);
      return null;
    },
  };
  async function becomes(next: PortalSignInState) {
    state = next;
    await tell({ kind: "portalSignIn", id: last() });
  }
  return { begun, cancelled, opened, answers, becomes, set: (next: PortalSignInState) => (state = next) };
}

/** A sign-in that waits for the person. */
export function portalWaits(part: { code?: string; browserProblem?: string } = {}): PortalSignInState {
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  return {
    kind: "waiting",
    url: "https://portal.example/device",
    code: null,
    browserProblem: null,
    expiresAt,
    ...part,
  };
}
