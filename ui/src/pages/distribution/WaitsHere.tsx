import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { RunActions } from "../../features/submissions/RunActions";
import { RunWaits } from "../../features/submissions/WaitsView";
import { canSendRun } from "../../features/submissions/waits";
import { submissionPath } from "../../features/targets/paths";
import type { QueuedRun } from "../../ipc/client";
import { activity } from "../../messages/activity";
import { queue as text } from "../../messages/queue";

/** What waits to be sent for this target, for what, and about how long. */
export function WaitsHere({ runs }: { runs: readonly QueuedRun[] }) {
  const t = useText();
  const items = runs.reduce((sum, run) => sum + run.items, 0);
  return (
    <Alert type="info" header={t(text.waitsHereTitle, { items })}>
      <SpaceBetween size="s">
        {runs.map((run) => (
          <SpaceBetween key={run.run} size="xxs">
            <div>
              <RouteLink to={submissionPath(run.submission)}>{run.name || t(activity.unnamed)}</RouteLink>
              {" · "}
              {t(text.counts, { items: run.items, parts: run.parts, waiting: run.waiting })}
            </div>
            <RunWaits run={run} />
            <RunActions run={run} canUndo={true} canSendNow={canSendRun(run)} />
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </Alert>
  );
}
