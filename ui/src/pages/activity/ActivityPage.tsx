import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { PAGE_SIZES, PageSize } from "../../common/PageSize";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { useStored } from "../../common/useStored";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { keys } from "../../features/queries/keys";
import { useRetry } from "../../features/submissions/useRetry";
import { submissionPath } from "../../features/targets/paths";
import { housekeeper, type SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { activityColumns } from "./columns";

/** Activity: every submission of this app with its state, waiting ones first. */
export function ActivityPage() {
  const t = useText();
  const navigate = useNavigate();
  const [page, setPage] = useState(0);
  const [pageSize, setPageSize] = useStored("activity.pageSize", PAGE_SIZES[0], PAGE_SIZES);
  const query = useQuery({
    queryKey: [...keys.activity, page, pageSize],
    queryFn: () => housekeeper.activity(page * pageSize, pageSize),
    placeholderData: keepPreviousData,
  });
  const retry = useRetry((row) => void navigate(submissionPath(row.id)));
  const title = t(text.title);

  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <Help /> }}>
      <SpaceBetween size="m">
        {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
        <Table<SubmissionRow>
          variant="full-page"
          stickyHeader={true}
          wrapLines={true}
          items={query.data?.rows ?? []}
          trackBy={(row) => String(row.id)}
          loading={query.isLoading}
          loadingText={t(text.loading)}
          ariaLabels={{ tableLabel: title }}
          columnDefinitions={activityColumns(t, (row) => retry.mutate(row.id), retry.isPending)}
          header={
            <Header
              variant="awsui-h1-sticky"
              counter={query.data ? t(common.counter, { count: query.data.total }) : undefined}
              info={<InfoLink about={title} />}
              description={t(text.description)}
              actions={
                <Button
                  iconName="refresh"
                  ariaLabel={t(common.refresh)}
                  loading={query.isFetching && !query.isLoading}
                  onClick={() => void query.refetch()}
                />
              }
            >
              {title}
            </Header>
          }
          empty={
            query.error ? (
              <Box>{t(common.none)}</Box>
            ) : (
              <TableState
                title={t(text.empty)}
                text={t(text.emptyText)}
                action={<Button onClick={() => void navigate("/distributions")}>{t(shell.distributions)}</Button>}
              />
            )
          }
          pagination={
            <Pagination
              currentPageIndex={page + 1}
              pagesCount={Math.max(1, Math.ceil((query.data?.total ?? 0) / pageSize))}
              onChange={({ detail }) => setPage(detail.currentPageIndex - 1)}
              ariaLabels={{
                nextPageLabel: t(common.nextPage),
                previousPageLabel: t(common.previousPage),
                pageLabel: (number) => t(common.pageNumber, { page: number }),
              }}
            />
          }
          preferences={
            <PageSize
              value={pageSize}
              onChange={(size) => {
                setPageSize(size);
                setPage(0);
              }}
            />
          }
        />
      </SpaceBetween>
    </Page>
  );
}

function Help() {
  const t = useText();
  return (
    <>
      <p>{t(text.help)}</p>
      <p>{t(text.helpUnknown)}</p>
    </>
  );
}
