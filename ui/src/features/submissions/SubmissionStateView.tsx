import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { MessageDescriptor } from "react-intl";
import { useText } from "../../common/text";
import type { SubmissionState } from "../../ipc/client";
import { activity } from "../../messages/activity";

type Kind = SubmissionState["kind"];

const LOOKS: Record<Kind, { type: StatusIndicatorProps.Type; text: MessageDescriptor }> = {
  queued: { type: "pending", text: activity.queued },
  sending: { type: "loading", text: activity.sending },
  inProgress: { type: "in-progress", text: activity.inProgress },
  accepted: { type: "info", text: activity.accepted },
  completed: { type: "success", text: activity.completed },
  refused: { type: "error", text: activity.refused },
  unknown: { type: "warning", text: activity.unknown },
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

/** Whether a person can have it sent again. */
export function canRetry(kind: Kind): boolean {
  return kind === "unknown" || kind === "refused";
}

/** Whether it still changes by itself. */
export function isUnderWay(kind: Kind): boolean {
  return kind === "queued" || kind === "sending" || kind === "inProgress" || kind === "unknown";
}

/** The invalidation it became, where CloudFront has named one. */
export function invalidationOf(state: SubmissionState): string | null {
  return "invalidation" in state ? state.invalidation : null;
}
