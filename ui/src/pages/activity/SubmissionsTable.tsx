import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import type { UseQueryResult } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { PageSize, type PageSizeValue } from "../../common/PageSize";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { useRetry } from "../../features/submissions/useRetry";
import { submissionPath } from "../../features/targets/paths";
import type { ActivityPage, SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { activityColumns } from "./columns";

type Props = {
  query: UseQueryResult<ActivityPage>;
  page: number;
  pageSize: PageSizeValue;
  onPage: (page: number) => void;
  onPageSize: (size: PageSizeValue) => void;
};

/** Every submission of this app, what is not settled first. */
export function SubmissionsTable({ query, page, pageSize, onPage, onPageSize }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const retry = useRetry((row) => void navigate(submissionPath(row.id)));
  return (
    <Table<SubmissionRow>
      stickyHeader={true}
      wrapLines={true}
      // What one can do stays in sight where there is no room for all columns.
      stickyColumns={{ last: 1 }}
      items={query.data?.rows ?? []}
      trackBy={(row) => String(row.id)}
      loading={query.isLoading}
      loadingText={t(text.loading)}
      ariaLabels={{ tableLabel: t(text.title) }}
      columnDefinitions={activityColumns(t, retry.retry, retry.isPending)}
      header={
        <Header variant="h2" counter={query.data ? t(common.counter, { count: query.data.total }) : undefined}>
          {t(text.submissions)}
        </Header>
      }
      empty={
        query.error ? (
          <TableState title={t(common.none)} />
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
          onChange={({ detail }) => onPage(detail.currentPageIndex - 1)}
          ariaLabels={{
            nextPageLabel: t(common.nextPage),
            previousPageLabel: t(common.previousPage),
            pageLabel: (number) => t(common.pageNumber, { page: number }),
          }}
        />
      }
      preferences={<PageSize value={pageSize} onChange={onPageSize} />}
    />
  );
}
