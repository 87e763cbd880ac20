import { useText } from "../../common/text";
import type { SubmissionRow, SubmissionState } from "../../ipc/client";
import { errors } from "../../messages/errors";
import { Remaining } from "./About";
import { RunWaits, WaitsView } from "./WaitsView";

/** Whether there is more to say of a state than its name. */
export function hasDetail({ kind }: SubmissionState): boolean {
  return kind !== "sending" && kind !== "accepted" && kind !== "completed" && kind !== "withdrawn";
}

/** What stands under a state's name: the countdown, what it waits for, about how long it takes, or why it failed. */
export function StateDetail({ row: { state, connection } }: { row: Pick<SubmissionRow, "state" | "connection"> }) {
  const t = useText();
  switch (state.kind) {
    case "waiting":
      return <RunWaits run={{ ...state, waits: null, connection }} />;
    case "queued":
      return <WaitsView waits={state.waits} connection={connection} />;
    case "inProgress":
      return <Remaining expected={state.expected} />;
    case "refused":
    case "unknown":
      return t((errors[state.reason.code] ?? errors.unexpected).happened);
    default:
      return null;
  }
}
