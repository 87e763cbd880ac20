import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { CopyButton } from "../../common/CopyText";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { Page } from "../../features/frame/Page";
import { ItemList } from "../../features/invalidations/ItemList";
import { POLL } from "../../features/invalidations/useInvalidations";
import { keys } from "../../features/queries/keys";
import { canRetry, isUnderWay } from "../../features/submissions/SubmissionStateView";
import { useRetry } from "../../features/submissions/useRetry";
import { createPath, submissionPath } from "../../features/targets/paths";
import { housekeeper } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { invalidation } from "../../messages/invalidation";
import { shell } from "../../messages/shell";
import { History } from "./History";
import { Outcome } from "./Outcome";
import { SubmissionDetails } from "./SubmissionDetails";

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
  const title = details?.row.name || t(text.submissionTitle, { id });

  return (
    <Page
      title={title}
      crumbs={[{ text: t(shell.activity), path: "/activity" }, { text: title }]}
      help={{ title: t(text.title), content: <p>{t(text.helpUnknown)}</p> }}
    >
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              details && (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button onClick={() => void navigate(createPath(details.row.target, { submission: id }))}>
                    {t(common.copyToNew)}
                  </Button>
                  {canRetry(details.row.state.kind) && (
                    <Button variant="primary" loading={retry.isPending} onClick={() => retry.mutate(id)}>
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
              <Outcome state={details.row.state} />
              <SubmissionDetails row={details.row} />
              <Container
                header={
                  <Header
                    variant="h2"
                    description={t(invalidation.pathCount, { count: details.items.length })}
                    actions={<CopyButton text={details.items.join("\n")} label={t(invalidation.copyPaths)} />}
                  >
                    {t(invalidation.objectPaths)}
                  </Header>
                }
              >
                <ItemList items={details.items} label={t(invalidation.objectPaths)} />
              </Container>
              <History history={details.history} />
            </SpaceBetween>
          )}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}
