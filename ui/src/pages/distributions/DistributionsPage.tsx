import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { PageSize } from "../../common/PageSize";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { createDraftKey } from "../../features/drafts/keys";
import { useDrafts } from "../../features/drafts/useDrafts";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { keys } from "../../features/queries/keys";
import { useShortcut } from "../../features/shortcuts/useShortcut";
import { keysOf, WithKeys } from "../../features/shortcuts/WithKeys";
import { ADD_ASKED, createPath } from "../../features/targets/paths";
import { type DistributionRow, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { distributions as text } from "../../messages/distributions";
import { AddByIdModal } from "./AddByIdModal";
import { distributionColumns, FAVOURITE } from "./columns";
import { NicknameModal } from "./NicknameModal";
import { useDistributions, useNote } from "./useDistributions";
import { useWelcome } from "./useWelcome";
import { Welcome } from "./Welcome";

const HELP: HelpWords = {
  purpose: [text.helpText],
  steps: [text.helpOpen, text.helpFavourites, text.helpAddById],
  care: [text.helpAlike],
};

/** Distributions: where one finds the site whose pages are to be cleared. */
export function DistributionsPage() {
  const t = useText();
  const connection = useConnectionInUse().id;
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <PageHelp {...HELP} /> }}>
      <Distributions key={connection} connection={connection} />
    </Page>
  );
}

function Distributions({ connection }: { connection: string }) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const list = useDistributions(connection);
  const note = useNote(connection);
  const { mutate: keep } = note;
  const [naming, setNaming] = useState<DistributionRow | null>(null);
  // In the address, so that it can be opened from elsewhere.
  const [query, setQuery] = useSearchParams();
  const adding = query.has(ADD_ASKED);
  const setAdding = (asked: boolean) => setQuery(asked ? { [ADD_ASKED]: "" } : {}, { replace: true });
  const welcome = useWelcome();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => housekeeper.removeDistribution(connection, id),
    onSuccess: (_, id) => {
      flash({ type: "success", content: t(text.removed, { id }) });
      return client.invalidateQueries({ queryKey: keys.distributions(connection) });
    },
  });
  const drafts = useDrafts();
  const columns = useMemo(
    () =>
      distributionColumns(
        t,
        { favourite: (row) => keep({ ...row, favourite: !row.favourite }), nickname: setNaming },
        (id) => drafts.has(createDraftKey(connection, { kind: "distribution", id })),
      ),
    [t, keep, drafts, connection],
  );

  const { data, error } = list.query;
  const rows = data?.rows ?? [];
  const selected = rows.find((row) => row.id === selectedId);
  const failure = data?.listingError ?? error ?? list.refresh.error;
  const again = () => list.refresh.mutate();
  const create = selected ? () => void navigate(createPath({ kind: "distribution", id: selected.id })) : null;
  useShortcut("refresh", again);
  useShortcut("create", create);
  const addById = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      {t(text.addById)}
    </Button>
  );

  return (
    <SpaceBetween size="m">
      {welcome.isShown && <Welcome takeFocus={welcome.isAsked} onDismiss={welcome.dismiss} />}
      {failure && <ListingFailure error={failure} hasRows={rows.length > 0} onRetry={again} />}
      {note.error && !naming && <FailureAlert error={note.error} takeFocus={true} />}
      {remove.error && <FailureAlert error={remove.error} takeFocus={true} />}
      <Table<DistributionRow>
        variant="full-page"
        stickyHeader={true}
        wrapLines={true}
        items={rows}
        trackBy="id"
        loading={list.query.isLoading}
        loadingText={t(text.loading)}
        columnDefinitions={columns}
        sortingColumn={{ sortingField: list.sort?.column ?? FAVOURITE }}
        sortingDescending={list.sort?.descending ?? false}
        onSortingChange={({ detail }) => {
          const column = columns.find(({ sortingField }) => sortingField === detail.sortingColumn.sortingField)?.id;
          list.setSort(column && column !== FAVOURITE ? { column, descending: detail.isDescending ?? false } : null);
        }}
        selectionType="single"
        selectedItems={selected ? [selected] : []}
        onSelectionChange={({ detail }) => setSelectedId(detail.selectedItems[0]?.id ?? null)}
        ariaLabels={{
          tableLabel: t(text.title),
          selectionGroupLabel: t(common.selectGroup),
          itemSelectionLabel: (_, row) => t(common.selectRow, { row: row.id }),
        }}
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={data ? t(common.counter, { count: data.total }) : undefined}
            info={<InfoLink about={t(text.title)} />}
            description={t(text.description)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <WithKeys of="refresh">
                  <Button
                    iconName="refresh"
                    ariaLabel={t(common.refresh)}
                    nativeButtonAttributes={keysOf("refresh")}
                    loading={list.refresh.isPending}
                    onClick={again}
                  />
                </WithKeys>
                {selected?.addedById && (
                  <Button loading={remove.isPending} onClick={() => remove.mutate(selected.id)}>
                    {t(text.remove)}
                  </Button>
                )}
                <WithKeys of="create">
                  <Button
                    disabled={!create}
                    disabledReason={t(common.selectFirst)}
                    nativeButtonAttributes={keysOf("create")}
                    onClick={() => create?.()}
                  >
                    {t(common.createInvalidation)}
                  </Button>
                </WithKeys>
                {addById}
              </SpaceBetween>
            }
          >
            {t(text.title)}
          </Header>
        }
        filter={
          <TextFilter
            filteringText={list.filter}
            filteringAriaLabel={t(text.filter)}
            filteringPlaceholder={t(text.filterHint)}
            countText={data && list.filter ? t(common.matches, { count: data.matching }) : ""}
            onChange={({ detail }) => list.setFilter(detail.filteringText)}
          />
        }
        empty={
          list.filter ? (
            <TableState
              title={t(text.noMatchTitle)}
              text={t(text.noMatchText, { filter: list.filter })}
              action={<Button onClick={() => list.setFilter("")}>{t(common.clearFilter)}</Button>}
            />
          ) : (
            <TableState title={t(text.emptyTitle)} text={t(text.emptyText)} />
          )
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
        preferences={<PageSize value={list.pageSize} onChange={list.setPageSize} />}
      />
      {naming && <NicknameModal row={naming} note={note} onClose={() => setNaming(null)} />}
      {adding && <AddByIdModal connection={connection} onClose={() => setAdding(false)} />}
    </SpaceBetween>
  );
}

/** The list could not be had: why, what one can do all the same, and the policy that would help. */
function ListingFailure({ error, hasRows, onRetry }: { error: object; hasRows: boolean; onRetry: () => void }) {
  const t = useText();
  return (
    <FailureAlert error={error} title={t(text.refusedTitle)} type="warning" onRetry={onRetry}>
      {t(text.refusedText)} {hasRows && t(text.failedText)}
    </FailureAlert>
  );
}
