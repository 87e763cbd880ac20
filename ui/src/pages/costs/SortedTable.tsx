import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { type ReactNode, useState } from "react";
import { useText } from "../../common/text";
import { common } from "../../messages/common";

/** A column; it can be sorted where it says how two rows compare. */
export type SortedColumn<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  compare?: (one: T, other: T) => number;
  minWidth?: number;
};

type Props<T> = {
  label: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The first one names the row. */
  columns: readonly SortedColumn<T>[];
  /** What it is sorted by at first; otherwise the rows stand in the order they came in. */
  sorted?: { column: string; isDescending: boolean };
};

/** Rows on a page. */
const PAGE = 10;

/** A table of the page Costs inside its section: all rows are here, ten are seen. */
export function SortedTable<T>({ label, rows, rowKey, columns, sorted }: Props<T>) {
  const t = useText();
  const [sort, setSort] = useState(sorted);
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const shown = Math.min(page, pages);
  const compare = columns.find(({ id }) => id === sort?.column)?.compare;
  const inOrder = compare ? [...rows].sort((one, other) => (sort?.isDescending ? -1 : 1) * compare(one, other)) : rows;
  const definitions: TableProps.ColumnDefinition<T>[] = columns.map((column, place) => ({
    id: column.id,
    header: column.header,
    cell: column.cell,
    isRowHeader: place === 0,
    ...(column.minWidth === undefined ? {} : { minWidth: column.minWidth }),
    ...(column.compare ? { sortingField: column.id } : {}),
  }));
  return (
    <Table<T>
      variant="embedded"
      items={inOrder.slice((shown - 1) * PAGE, shown * PAGE)}
      trackBy={rowKey}
      wrapLines={true}
      ariaLabels={{ tableLabel: label }}
      columnDefinitions={definitions}
      {...(sort ? { sortingColumn: { sortingField: sort.column }, sortingDescending: sort.isDescending } : {})}
      onSortingChange={({ detail }) => {
        const column = detail.sortingColumn.sortingField;
        if (column) setSort({ column, isDescending: detail.isDescending ?? false });
        setPage(1);
      }}
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={shown}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
            ariaLabels={{
              nextPageLabel: t(common.nextPage),
              previousPageLabel: t(common.previousPage),
              pageLabel: (number) => t(common.pageNumber, { page: number }),
            }}
          />
        )
      }
    />
  );
}
