import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { NEW_BATCH } from "../../features/batches/saveAsBatch";
import { DraftAlert } from "../../features/drafts/DraftAlert";
import { batchDraftKey } from "../../features/drafts/keys";
import { useDrafts } from "../../features/drafts/useDrafts";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { keysOf, WithKeys } from "../../features/shortcuts/WithKeys";
import type { BatchRow } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { drafts as draftTexts } from "../../messages/drafts";
import { importing } from "../../messages/importing";
import { BatchFilters } from "./BatchFilters";
import { BatchPreferences } from "./BatchPreferences";
import { batchColumns } from "./columns";
import { ExportButton } from "./ExportButton";
import { ListHelp } from "./Help";
import { IMPORT_BATCHES, runPath } from "./paths";
import { RowActions } from "./RowActions";
import { Suggestions } from "./Suggestions";
import { useBatches } from "./useBatches";
import { useColumns } from "./useColumns";
import { useFavourite } from "./useFavourite";

/** Saved batches: what is cleared again and again, ready to be run. */
export function BatchesPage() {
  const t = useText();
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <ListHelp /> }}>
      <Batches />
    </Page>
  );
}

function Batches() {
  const t = useText();
  const navigate = useNavigate();
  const list = useBatches();
  // What is selected is in sight: it counts for what is shown now, and not for another page or filter.
  const place = JSON.stringify([list.filter, list.sort, list.page, list.pageSize]);
  const [selection, setSelection] = useState<{ place: string; ids: ReadonlySet<number> }>({ place, ids: new Set() });
  const drafts = useDrafts();
  const { mutate: mark } = useFavourite();
  const newDraftAt = drafts.get(batchDraftKey(null));
  const asks = useMemo(
    () => ({
      run: ({ id }: BatchRow) => void navigate(runPath(id)),
      favourite: mark,
      hasDraft: ({ id }: BatchRow) => drafts.has(batchDraftKey(id)),
    }),
    [navigate, mark, drafts],
  );
  const columns = useMemo(() => batchColumns(t, asks), [t, asks]);
  const [visible, setVisible] = useColumns();
  const { data, error, isLoading } = list.query;
  const rows = data?.rows ?? [];
  const selected = rows.filter(({ id }) => selection.place === place && selection.ids.has(id));
  const create = (
    <WithKeys of="create">
      <Button variant="primary" nativeButtonAttributes={keysOf("create")} onClick={() => void navigate(NEW_BATCH)}>
        {t(text.create)}
      </Button>
    </WithKeys>
  );

  return (
    <SpaceBetween size="m">
      {error && <FailureAlert error={error} onRetry={() => void list.query.refetch()} />}
      {newDraftAt && <DraftAlert message={draftTexts.newBatch} at={newDraftAt} to={NEW_BATCH} />}
      {data && <Suggestions areAll={data.total === 0} />}
      <Table<BatchRow>
        variant="full-page"
        stickyHeader={true}
        wrapLines={true}
        items={rows}
        trackBy={({ id }) => String(id)}
        loading={isLoading}
        loadingText={t(text.loading)}
        columnDefinitions={columns}
        visibleColumns={visible}
        sortingColumn={{ sortingField: list.sort.sort }}
        sortingDescending={list.sort.descending}
        onSortingChange={({ detail }) => {
          const sort = columns.find(({ sortingField }) => sortingField === detail.sortingColumn.sortingField);
          if (sort?.sortingField) list.setSort({ sort: sort.sortingField, descending: detail.isDescending ?? false });
        }}
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={({ detail }) =>
          setSelection({ place, ids: new Set(detail.selectedItems.map(({ id }) => id)) })
        }
        ariaLabels={{
          tableLabel: t(text.title),
          selectionGroupLabel: t(common.selectGroup),
          allItemsSelectionLabel: () => t(common.selectPage),
          itemSelectionLabel: (_, row) => t(common.selectRow, { row: row.name }),
        }}
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={data ? t(common.counter, { count: data.total }) : undefined}
            info={<InfoLink about={t(text.title)} />}
            description={t(text.description)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <RowActions selected={selected} />
                <Button onClick={() => void navigate(IMPORT_BATCHES)}>{t(importing.import)}</Button>
                <ExportButton selected={selected} total={data?.total ?? 0} />
                {create}
              </SpaceBetween>
            }
          >
            {t(text.title)}
          </Header>
        }
        filter={<BatchFilters list={list} />}
        empty={
          !error &&
          (list.isNarrowed ? (
            <TableState
              title={t(text.noMatchTitle)}
              text={list.filter ? t(text.noMatchText, { filter: list.filter }) : t(text.noMatchHere)}
              action={<Button onClick={list.showAll}>{t(common.clearFilter)}</Button>}
            />
          ) : (
            <TableState
              title={t(text.emptyTitle)}
              text={t(text.emptyText)}
              action={<Button onClick={() => void navigate(NEW_BATCH)}>{t(text.create)}</Button>}
            />
          ))
        }
        pagination={
          <Pagination
            currentPageIndex={list.page + 1}
            pagesCount={list.pages}
            onChange={({ detail }) => list.setPage(detail.currentPageIndex - 1)}
            ariaLabels={{
              nextPageLabel: t(common.nextPage),
              previousPageLabel: t(common.previousPage),
              pageLabel: (page) => t(common.pageNumber, { page }),
            }}
          />
        }
        preferences={<BatchPreferences list={list} columns={columns} visible={visible} onColumns={setVisible} />}
      />
    </SpaceBetween>
  );
}
