import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import List, { type ListProps } from "@cloudscape-design/components/list";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Text, useText } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { RunActions } from "../../features/submissions/RunActions";
import { useRetry } from "../../features/submissions/useRetry";
import { RunWaits } from "../../features/submissions/WaitsView";
import { canRetryWaiting, canSendRun } from "../../features/submissions/waits";
import { submissionPath } from "../../features/targets/paths";
import type { Queue, QueuedRun } from "../../ipc/client";
import { activity } from "../../messages/activity";
import { common } from "../../messages/common";
import { queue as text } from "../../messages/queue";
import { useMove } from "./useMove";

/** What waits, in the order it goes out, which a person can change. */
export function QueueSection({ queue }: { queue: Queue }) {
  const t = useText();
  const reorder = useMove(queue);
  const retry = useRetry();
  const { runs, total } = queue;
  const sortable = runs.length > 1;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={t(common.counter, { count: total })}
          description={t(sortable ? text.description : text.descriptionOne)}
        >
          {t(text.title)}
        </Header>
      }
    >
      <SpaceBetween size="xs">
        <List<QueuedRun>
          ariaLabel={t(text.title)}
          items={runs}
          sortable={sortable}
          onSortingChange={({ detail }) => reorder(detail.items)}
          i18nStrings={strings(t)}
          renderItem={(run) => ({
            id: String(run.run),
            announcementLabel: nameOf(t, run),
            content: <RouteLink to={submissionPath(run.submission)}>{nameOf(t, run)}</RouteLink>,
            secondaryContent: <Facts run={run} />,
            actions: (
              <RunActions run={run} canUndo={true} canSendNow={canSendRun(run)}>
                {run.waits && canRetryWaiting(run.waits) && (
                  <Button wrapText={false} disabled={retry.isPending} onClick={() => retry.retry(run)}>
                    {t(activity.retry)}
                  </Button>
                )}
              </RunActions>
            ),
          })}
        />
        {total > runs.length && (
          <Box color="text-body-secondary">{t(text.moreRuns, { count: total - runs.length })}</Box>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Facts({ run }: { run: QueuedRun }) {
  const t = useText();
  const { connectionName: connection, items, parts, waiting } = run;
  const target = run.targetName ? `${run.targetName} (${run.target.id})` : run.target.id;
  return (
    <Box color="text-body-secondary">
      <div>
        {t(text.counts, { items, parts, waiting })}
        {" · "}
        {connection ? t(text.via, { target, connection }) : t(text.viaRemoved, { target })}
      </div>
      <RunWaits run={run} />
    </Box>
  );
}

function nameOf(t: Text, { name }: QueuedRun): string {
  return name || t(activity.unnamed);
}

/** What screen readers hear of moving a run. */
function strings(t: Text): ListProps.I18nStrings {
  return {
    dragHandleAriaLabel: t(text.move),
    dragHandleAriaDescription: t(text.moveHow),
    liveAnnouncementDndStarted: (place, total) => t(text.moveBegun, { place, total }),
    liveAnnouncementDndItemReordered: (_, place, total) => t(text.moveNow, { place, total }),
    liveAnnouncementDndItemCommitted: (from, place, total) =>
      from === place ? t(text.moveStayed, { place, total }) : t(text.moveDone, { from, place, total }),
    liveAnnouncementDndDiscarded: t(text.moveLeft),
  };
}
