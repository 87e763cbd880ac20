/** Runs in every state that waits, for looking at them in a browser. `look.tsx` answers with them. */
import { emit } from "@tauri-apps/api/event";
import type { Queue, QueuedRun, SubmissionRow, WaitsFor } from "../ipc/client";
import { type Answers, queuedRow, queuedRun, queueOf, submissionRow, waitingRow } from "./fake";

const options = new URLSearchParams(window.location.search);

const soon = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

const WAITS: WaitsFor[] = [
  { kind: "turn" },
  { kind: "room", wildcards: true, files: 40, wildcardsInProgress: 15, others: true },
  { kind: "room", wildcards: false, files: 3_000, wildcardsInProgress: 2, others: false },
  { kind: "pace" },
  { kind: "network" },
  { kind: "earlierPart", submission: 103, refused: false },
  { kind: "earlierPart", submission: 103, refused: true },
  { kind: "signIn", reason: { code: "credentialsRejected", detail: "ExpiredToken" } },
  { kind: "paused" },
  { kind: "decision" },
];

/** Submissions 101 (counting down), 102 (its countdown was cut short), 110 to 119 (queued), 120 and 121. */
export const waitingSubmissions: SubmissionRow[] = [
  waitingRow(600, { id: 101, run: 101 }),
  waitingRow(0, { id: 102, run: 102, state: { kind: "waiting", until: soon(-3_600), counting: false } }),
  ...WAITS.map((what, place) =>
    queuedRow(
      { for: what, about: place < 4 ? soon(20 * (place + 1) ** 2) : null },
      { id: 110 + place, run: 110, part: 3 + place, parts: 67, name: "catalogue-2026", items: 3_000 },
    ),
  ),
  submissionRow({
    id: 120,
    state: { kind: "inProgress", invalidation: "I1", created: soon(-5), expected: soon(20) },
  }),
  submissionRow({ id: 121, run: 121, state: { kind: "withdrawn", at: "2026-11-22T10:15:31Z" } }),
];

const runs: QueuedRun[] = [
  queuedRun({ run: 101, submission: 101, until: soon(600), counting: true, waits: null }),
  queuedRun({
    run: 110,
    submission: 111,
    name: "catalogue-2026",
    targetName: null,
    items: 9_000,
    parts: 67,
    waiting: 64,
    waits: { for: WAITS[1]!, about: soon(80) },
  }),
  queuedRun({ run: 111, submission: 117, name: "", connectionName: null, waits: { for: WAITS[7]!, about: null } }),
  queuedRun({ run: 112, submission: 119, name: "autumn", waits: { for: WAITS[9]!, about: null } }),
];
let queue: Queue = queueOf(runs, { total: 53, paused: options.has("paused") });

/** Answers about the queue. `?paused`, `?ask`, `?close` and `?ended` show what their names say; `?idle` an empty queue. */
export const queueAnswers: Answers = {
  queue: () => (options.has("idle") ? queueOf([]) : queue),
  target_queue: () => (options.has("idle") ? [] : runs.slice(0, 2)),
  asks: () => (options.has("ask") ? runs.slice(0, 2).map((run) => ({ ...run, counting: false })) : []),
  pause_queue: () => {
    queue = { ...queue, paused: true };
    return null;
  },
  resume_queue: () => {
    queue = { ...queue, paused: false };
    return null;
  },
  move_in_queue: ({ run, before }: { run: number; before: number | null }) => {
    const moved = queue.runs.find((other) => other.run === run)!;
    const rest = queue.runs.filter((other) => other.run !== run);
    rest.splice(before === null ? rest.length : rest.findIndex((other) => other.run === before), 0, moved);
    queue = { ...queue, runs: rest };
    return null;
  },
  undo: () => 1,
  send_now: () => null,
  run_items: () => ({ name: "spring-sale", items: ["/index.html", "/images/*"] }),
  withdraw_items: () => submissionRow({ id: 101 }),
  save_settings: () => null,
  answer_close: () => null,
};

if (options.has("close")) setTimeout(() => void emit("close-asked", { runs: 1, submissions: 1, items: 3 }), 1_500);
if (options.has("ended")) {
  const ended = { kind: "runEnded", run: 110, name: "catalogue-2026", targetName: "Shop", items: 9_000 };
  const counts = { submissions: 67, completed: 64, accepted: 0, refused: 2, withdrawn: 1 };
  const target = { kind: "distribution", id: "E1SHOP00000001" };
  setTimeout(() => void emit("changed", { ...ended, ...counts, target }), 1_500);
}
