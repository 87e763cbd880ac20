import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useNavigate } from "react-router";
import { PAGE_SIZES, PageSize } from "../../common/PageSize";
import { TableState } from "../../common/TableState";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { useStored } from "../../common/useStored";
import type { InvalidationRow, Target } from "../../ipc/client";
import { common } from "../../messages/common";
import { distribution as text } from "../../messages/distribution";
import { FailureAlert } from "../failure/FailureAlert";
import { RouteLink } from "../frame/RouteLink";
import { useShortcut } from "../shortcuts/useShortcut";
import { keysOf, WithKeys } from "../shortcuts/WithKeys";
import { createPath, invalidationPath } from "../targets/paths";
import { InvalidationStatus } from "./InvalidationStatus";
import { PathsCell } from "./PathsCell";
import { useInvalidations } from "./useInvalidations";
import { useObjectPaths } from "./useObjectPaths";

/** A target's invalidations, newest first. */
export function InvalidationsTable({ connection, target }: { connection: string; target: Target }) {
  const t = useText();
  const navigate = useNavigate();
  const [pageSize, setPageSize] = useStored("invalidations.pageSize", PAGE_SIZES[0], PAGE_SIZES);
  const list = useInvalidations(connection, target, pageSize);
  const rows = list.query.data?.rows ?? [];
  const pathsOf = useObjectPaths(connection, target, rows);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const selected = rows.find((row) => row.id === selectedId);
  const create = () => void navigate(createPath(target));
  const refresh = () => void list.query.refetch();
  useShortcut("refresh", refresh);

  const header = (
    <Header
      variant="h2"
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <WithKeys of="refresh">
            <Button
              iconName="refresh"
              ariaLabel={t(common.refresh)}
              nativeButtonAttributes={keysOf("refresh")}
              loading={list.query.isFetching && !list.query.isLoading}
              onClick={refresh}
            />
          </WithKeys>
          <Button
            disabled={!selected}
            disabledReason={t(common.selectFirst)}
            onClick={() => selected && void navigate(invalidationPath(target, selected.id))}
          >
            {t(common.viewDetails)}
          </Button>
          <Button
            disabled={!selected}
            disabledReason={t(common.selectFirst)}
            onClick={() => selected && void navigate(createPath(target, { invalidation: selected.id }))}
          >
            {t(common.copyToNew)}
          </Button>
          <WithKeys of="create">
            <Button variant="primary" nativeButtonAttributes={keysOf("create")} onClick={create}>
              {t(common.createInvalidation)}
            </Button>
          </WithKeys>
        </SpaceBetween>
      }
    >
      {t(text.invalidations)}
    </Header>
  );

  return (
    <SpaceBetween size="m">
      {list.query.error && <FailureAlert error={list.query.error} onRetry={() => void list.query.refetch()} />}
      <Table<InvalidationRow>
        header={header}
        items={rows}
        trackBy="id"
        loading={list.query.isLoading || list.query.isPlaceholderData}
        loadingText={t(text.loading)}
        selectionType="single"
        selectedItems={selected ? [selected] : []}
        onSelectionChange={({ detail }) => setSelectedId(detail.selectedItems[0]?.id ?? null)}
        ariaLabels={{
          tableLabel: t(text.invalidations),
          selectionGroupLabel: t(common.selectGroup),
          itemSelectionLabel: (_, row) => t(common.selectRow, { row: row.id }),
        }}
        columnDefinitions={[
          {
            id: "id",
            header: t(text.invalidationId),
            isRowHeader: true,
            cell: (row) => <RouteLink to={invalidationPath(target, row.id)}>{row.id}</RouteLink>,
          },
          { id: "status", header: t(text.status), cell: (row) => <InvalidationStatus status={row.status} /> },
          { id: "created", header: t(text.dateCreated), cell: (row) => <Time at={row.created} /> },
          {
            id: "paths",
            header: t(text.objectPaths),
            cell: (row) => <PathsCell paths={pathsOf(row)} />,
            minWidth: 180,
            width: "50%",
          },
        ]}
        empty={
          list.query.error ? (
            <TableState title={t(common.none)} />
          ) : (
            <TableState
              title={t(text.empty)}
              text={t(text.emptyText)}
              action={<Button onClick={create}>{t(common.createInvalidation)}</Button>}
            />
          )
        }
        pagination={
          <Pagination
            currentPageIndex={list.index + 1}
            pagesCount={list.pages}
            openEnd={list.openEnd}
            onChange={({ detail }) => list.turnTo(detail.currentPageIndex - 1)}
            ariaLabels={{
              nextPageLabel: t(common.nextPage),
              previousPageLabel: t(common.previousPage),
              pageLabel: (page) => t(common.pageNumber, { page }),
            }}
          />
        }
        preferences={<PageSize value={pageSize} onChange={setPageSize} />}
      />
    </SpaceBetween>
  );
}
