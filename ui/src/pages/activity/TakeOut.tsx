import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useMemo, useState } from "react";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { invalidation } from "../../messages/invalidation";

/** Rows on a page: a submission has up to 3,000 items, and a table draws all rows it is given. */
const ROWS = 50;

/** An item and its place in the submission, from 0. */
type Item = { position: number; item: string };

type Props = {
  items: readonly string[];
  takingOut: boolean;
  /** Gets the places of the items, in their order. */
  onTakeOut: (positions: number[]) => void;
  onCancel: () => void;
};

/** The items of a submission that was not sent, to be selected and taken out. */
export function TakeOut({ items, takingOut, onTakeOut, onCancel }: Props) {
  const t = useText();
  const [filter, setFilter] = useState("");
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState<readonly Item[]>([]);
  const all = useMemo(() => items.map((item, position): Item => ({ position, item })), [items]);
  const found = all.filter(({ item }) => item.toLowerCase().includes(filter.trim().toLowerCase()));

  return (
    <Table<Item>
      items={found.slice((page - 1) * ROWS, page * ROWS)}
      trackBy={({ position }) => String(position)}
      wrapLines={true}
      selectionType="multi"
      selectedItems={selected}
      onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
      ariaLabels={{
        tableLabel: t(invalidation.objectPaths),
        selectionGroupLabel: t(common.selectGroup),
        allItemsSelectionLabel: () => t(common.selectPage),
        itemSelectionLabel: (_, { item }) => t(common.selectRow, { row: item }),
      }}
      columnDefinitions={[
        {
          id: "item",
          header: t(text.item),
          isRowHeader: true,
          cell: ({ item }) => <code style={{ overflowWrap: "anywhere" }}>{item}</code>,
        },
      ]}
      header={
        <Header
          variant="h2"
          counter={t(common.counter, { count: items.length })}
          description={t(text.takeOutHint)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={onCancel}>
                {t(common.cancel)}
              </Button>
              <Button
                disabled={selected.length === 0}
                disabledReason={t(text.takeOutFirst)}
                loading={takingOut}
                onClick={() => onTakeOut(selected.map(({ position }) => position).sort((a, b) => a - b))}
              >
                {t(text.takeOutSelected, { count: selected.length })}
              </Button>
            </SpaceBetween>
          }
        >
          {t(invalidation.objectPaths)}
        </Header>
      }
      filter={
        <TextFilter
          filteringText={filter}
          filteringAriaLabel={t(text.filterItems)}
          filteringPlaceholder={t(text.filterItems)}
          countText={t(common.matches, { count: found.length })}
          onChange={({ detail }) => {
            setFilter(detail.filteringText);
            setPage(1);
          }}
        />
      }
      empty={
        <TableState
          title={t(text.noMatch)}
          action={<Button onClick={() => setFilter("")}>{t(common.clearFilter)}</Button>}
        />
      }
      pagination={
        <Pagination
          currentPageIndex={page}
          pagesCount={Math.max(1, Math.ceil(found.length / ROWS))}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
          ariaLabels={{
            nextPageLabel: t(common.nextPage),
            previousPageLabel: t(common.previousPage),
            pageLabel: (number) => t(common.pageNumber, { page: number }),
          }}
        />
      }
    />
  );
}
