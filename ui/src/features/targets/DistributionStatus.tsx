import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import type { DistributionRow } from "../../ipc/client";
import { distributions as text } from "../../messages/distributions";

/** Whether a distribution serves, in the console's words. */
export function DistributionStatus({ row }: { row: Pick<DistributionRow, "listed" | "enabled" | "status"> }) {
  const t = useText();
  if (!row.listed) {
    return (
      <span title={t(text.notListedHint)}>
        <StatusIndicator wrapText={false} type="pending">
          {t(text.notListed)}
        </StatusIndicator>
      </span>
    );
  }
  if (!row.enabled)
    return (
      <StatusIndicator wrapText={false} type="stopped">
        {t(text.disabled)}
      </StatusIndicator>
    );
  if (row.status.toLowerCase() === "inprogress") {
    return (
      <StatusIndicator wrapText={false} type="in-progress">
        {t(text.deploying)}
      </StatusIndicator>
    );
  }
  return <StatusIndicator wrapText={false}>{t(text.enabled)}</StatusIndicator>;
}
