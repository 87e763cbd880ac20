import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { NEW_BATCH } from "../../features/batches/saveAsBatch";
import { DraftAlert } from "../../features/drafts/DraftAlert";
import { batchDraftKey } from "../../features/drafts/keys";
import { useDrafts } from "../../features/drafts/useDrafts";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { InfoLink, Page } from "../../features/frame/Page";
import { keys } from "../../features/queries/keys";
import { type BatchRow, housekeeper } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { drafts as draftTexts } from "../../messages/drafts";
import { BatchFilters } from "./BatchFilters";
import { BatchPreferences } from "./BatchPreferences";
import { batchColumns } from "./columns";
import { Help } from "./Help";
import { editPath, runPath } from "./paths";
import { Suggestions } from "./Suggestions";
import { useBatches } from "./useBatches";
import { useColumns } from "./useColumns";
import { useDelete } from "./useDelete";
import { useFavourite } from "./useFavourite";

/** Saved batches: what is cleared again and again, ready to be run. */
export function BatchesPage() {
  const t = useText();
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <Help /> }}>
      <Batches />
    </Page>
  );
}

function Batches() {
  const t = useText();
  const navigate = useNavigate();
  const list = useBatches();
  const [selectedId, setSelectedId] = useState<number | null>(null);
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
  const selected = rows.find(({ id }) => id === selectedId);
  const create = (
    <Button variant="primary" onClick={() => void navigate(NEW_BATCH)}>
      {t(text.create)}
    </Button>
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
        selectionType="single"
        selectedItems={selected ? [selected] : []}
        onSelectionChange={({ detail }) => setSelectedId(detail.selectedItems[0]?.id ?? null)}
        ariaLabels={{
          tableLabel: t(text.title),
          selectionGroupLabel: t(common.selectGroup),
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
                <RowActions row={selected} />
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

/** What can be done with the selected batch. */
function RowActions({ row }: { row: BatchRow | undefined }) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useDelete();
  const duplicate = useMutation({
    mutationFn: ({ id }: BatchRow) => housekeeper.duplicateBatch(id),
    onSuccess: (made) => flash({ type: "success", content: t(text.duplicated, { name: made.row.name }) }),
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.batches }),
  });
  const off = { disabled: !row, disabledReason: t(common.selectFirst) };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button {...off} onClick={() => row && void navigate(editPath(row.id))}>
        {t(text.edit)}
      </Button>
      <Button {...off} loading={duplicate.isPending} onClick={() => row && duplicate.mutate(row)}>
        {t(text.duplicate)}
      </Button>
      <Button {...off} loading={remove.isPending} onClick={() => row && remove.mutate(row)}>
        {t(text.delete)}
      </Button>
    </SpaceBetween>
  );
}
