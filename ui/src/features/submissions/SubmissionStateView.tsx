import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { MessageDescriptor } from "react-intl";
import { useText } from "../../common/text";
import type { SubmissionRow, SubmissionState } from "../../ipc/client";
import { activity } from "../../messages/activity";
import { canRetryWaiting } from "./waits";

type Kind = SubmissionState["kind"];

const LOOKS: Record<Kind, { type: StatusIndicatorProps.Type; text: MessageDescriptor }> = {
  waiting: { type: "pending", text: activity.waiting },
  queued: { type: "pending", text: activity.queued },
  sending: { type: "loading", text: activity.sending },
  inProgress: { type: "in-progress", text: activity.inProgress },
  accepted: { type: "info", text: activity.accepted },
  completed: { type: "success", text: activity.completed },
  refused: { type: "error", text: activity.refused },
  unknown: { type: "warning", text: activity.unknown },
  withdrawn: { type: "stopped", text: activity.withdrawn },
};

/** A submission's state in a word and a sign; what is past does not turn any more. */
export function SubmissionStateView({ kind, past = false }: { kind: string; past?: boolean }) {
  const t = useText();
  const looks = LOOKS[kind as Kind] as (typeof LOOKS)[Kind] | undefined;
  // A state that a newer app stored is shown as it is named.
  return (
    <StatusIndicator wrapText={false} type={past && looks?.type === "loading" ? "pending" : (looks?.type ?? "info")}>
      {looks ? t(looks.text) : kind}
    </StatusIndicator>
  );
}

/** Whether a person can have it sent again, or tried at once. */
export function canRetry({ state, isReplaced }: Pick<SubmissionRow, "state" | "isReplaced">): boolean {
  if (state.kind === "queued") return canRetryWaiting(state.waits);
  return state.kind === "unknown" || (state.kind === "refused" && !isReplaced);
}

/** The states that still change by themselves. */
const UNDER_WAY: ReadonlySet<Kind> = new Set<Kind>(["waiting", "queued", "sending", "inProgress", "unknown"]);

/** Whether it still changes by itself. */
export function isUnderWay(kind: Kind): boolean {
  return UNDER_WAY.has(kind);
}

/** The invalidation it became, where CloudFront has named one. */
export function invalidationOf(state: SubmissionState): string | null {
  return "invalidation" in state ? state.invalidation : null;
}
