import type { QueuedRun, SubmissionRow } from "../../ipc/client";
import type { Sending } from "../care/Production";

/** What may be sent on: a run in the queue, or a submission, which stands for its run. */
export type OnHold = QueuedRun | SubmissionRow;

/** Whether its time to be undone runs: it goes out by itself. */
export function countsDown(run: OnHold): boolean {
  if (!("state" in run)) return run.until !== null && run.counting;
  return run.state.kind === "waiting" && run.state.counting;
}

/** What goes out with it. Of a submission only its own items are known, though its whole run goes on with it. */
export function sendingOf(run: OnHold): Sending {
  const { connection, target, targetName, items } = run;
  return { connection, target: targetName ?? target.id, items, withTheRest: "state" in run && run.parts > 1 };
}
