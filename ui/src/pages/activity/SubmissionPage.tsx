import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { POLL } from "../../features/invalidations/useInvalidations";
import { keys } from "../../features/queries/keys";
import { RunActions } from "../../features/submissions/RunActions";
import { canRetry, isUnderWay } from "../../features/submissions/SubmissionStateView";
import { useRetry } from "../../features/submissions/useRetry";
import { createPath, submissionPath } from "../../features/targets/paths";
import { housekeeper, type SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { History } from "./History";
import { ItemsSection } from "./ItemsSection";
import { Outcome } from "./Outcome";
import { SubmissionDetails } from "./SubmissionDetails";
import { useWayOn } from "./useWayOn";

const HELP: HelpWords = {
  purpose: [text.helpSubmission],
  steps: [text.helpSubmissionSteps],
  care: [text.helpCompleted, text.helpUnknown],
};

/** One submission: what was sent, and everything that has become of it. */
export function SubmissionPage() {
  const t = useText();
  const navigate = useNavigate();
  const { submission } = useParams();
  const id = Number(submission);
  const query = useQuery({
    queryKey: keys.submission(id),
    queryFn: () => housekeeper.submission(id),
    // The engine tells of every change; this is for a notice that was missed.
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.row.state.kind) ? POLL : false),
  });
  const retry = useRetry((row) => {
    if (row.id !== id) void navigate(submissionPath(row.id));
  });
  const details = query.data;
  const onUndone = useWayOn(details?.row);
  const title = details?.row.name || t(text.submissionTitle, { id });

  return (
    <Page
      title={title}
      crumbs={[{ text: t(shell.activity), path: "/activity" }, { text: title }]}
      help={{ title: t(text.submission), content: <PageHelp {...HELP} /> }}
    >
      <ContentLayout
        header={
          <Header
            variant="h1"
            info={<InfoLink about={t(text.submission)} />}
            actions={
              details && (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button onClick={() => void navigate(createPath(details.row.target, { submission: id }))}>
                    {t(common.copyToNew)}
                  </Button>
                  {canRetry(details.row) && (
                    <Button variant="primary" loading={retry.isPending} onClick={() => retry.retry(details.row)}>
                      {t(text.retry)}
                    </Button>
                  )}
                </SpaceBetween>
              )
            }
          >
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
          {!details && !query.error && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
          {details && (
            <SpaceBetween size="l">
              <Outcome row={details.row} actions={<Actions row={details.row} onUndone={onUndone} />} />
              <SubmissionDetails row={details.row} />
              <ItemsSection key={id} details={details} />
              <History history={details.history} />
            </SpaceBetween>
          )}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}

function Actions({ row, onUndone }: { row: SubmissionRow; onUndone: (count: number) => void }) {
  return <RunActions run={row} canUndo={row.canUndo} canSendNow={row.canSendNow} onUndone={onUndone} />;
}
