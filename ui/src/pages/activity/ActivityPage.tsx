import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PAGE_SIZES } from "../../common/PageSize";
import { useText } from "../../common/text";
import { useStored } from "../../common/useStored";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { keys } from "../../features/queries/keys";
import { useShortcut } from "../../features/shortcuts/useShortcut";
import { keysOf, WithKeys } from "../../features/shortcuts/WithKeys";
import { housekeeper } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { queue as queueText } from "../../messages/queue";
import { ExportHistory } from "./ExportHistory";
import { PauseButton } from "./PauseButton";
import { QueueSection } from "./QueueSection";
import { SubmissionsTable } from "./SubmissionsTable";

const HELP: HelpWords = {
  purpose: [text.helpPurpose],
  steps: [text.helpUndo, text.helpOpen],
  care: [text.help, text.helpUnknown],
};

/** Activity: what waits in its order, and every submission of this app with its state, waiting ones first. */
export function ActivityPage() {
  const t = useText();
  const [page, setPage] = useState(0);
  const [pageSize, setPageSize] = useStored("activity.pageSize", PAGE_SIZES[0], PAGE_SIZES);
  const submissions = useQuery({
    queryKey: [...keys.activity, page, pageSize],
    queryFn: () => housekeeper.activity(page * pageSize, pageSize),
    placeholderData: keepPreviousData,
  });
  const queue = useQuery({ queryKey: keys.queue, queryFn: () => housekeeper.queue() });
  const title = t(text.title);
  const error = submissions.error ?? queue.error;

  function refresh() {
    void submissions.refetch();
    void queue.refetch();
  }
  useShortcut("refresh", refresh);

  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <PageHelp {...HELP} /> }}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            info={<InfoLink about={title} />}
            description={t(text.description)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <WithKeys of="refresh">
                  <Button
                    iconName="refresh"
                    ariaLabel={t(common.refresh)}
                    nativeButtonAttributes={keysOf("refresh")}
                    loading={submissions.isFetching && !submissions.isLoading}
                    onClick={refresh}
                  />
                </WithKeys>
                <ExportHistory />
                {queue.data && <PauseButton paused={queue.data.paused} />}
              </SpaceBetween>
            }
          >
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {error && <FailureAlert error={error} onRetry={refresh} />}
          {queue.data?.paused && (
            <Alert type="warning" header={t(queueText.pausedTitle)}>
              {t(queueText.pausedText)}
            </Alert>
          )}
          {queue.data && queue.data.runs.length > 0 && <QueueSection queue={queue.data} />}
          <SubmissionsTable
            query={submissions}
            page={page}
            pageSize={pageSize}
            onPage={setPage}
            onPageSize={(size) => {
              setPageSize(size);
              setPage(0);
            }}
          />
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}
