import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { common } from "../../messages/common";

/** Whether CloudFront still works on it. Statuses come normalised; an unknown one is shown as it is. */
export function isInProgress(status: string): boolean {
  return status === "InProgress";
}

/** An invalidation's status. */
export function InvalidationStatus({ status }: { status: string }) {
  const t = useText();
  if (isInProgress(status))
    return (
      <StatusIndicator wrapText={false} type="in-progress">
        {t(common.statusInProgress)}
      </StatusIndicator>
    );
  if (status === "Completed") return <StatusIndicator wrapText={false}>{t(common.statusCompleted)}</StatusIndicator>;
  return (
    <StatusIndicator wrapText={false} type="info">
      {status}
    </StatusIndicator>
  );
}
