import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import type { ImportChoice, ImportPreview, ImportRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { importing as text } from "../../messages/importing";
import { choicesOf, isSelected, mistakesIn, NOTHING_SAID, nameOfRow, rowKey, type Said } from "./importChoices";
import { importColumns } from "./importColumns";

/** Rows on a page: each has a field, and a table draws all rows it is given. */
const ROWS = 50;

type Props = {
  preview: ImportPreview;
  /** Whether the rows may be others in a moment. */
  busy: boolean;
  keeping: boolean;
  onCancel: () => void;
  onKeep: (choices: ImportChoice[]) => void;
};

/** The batches in a file: which of them are kept, and under which names. */
export function ImportRows({ preview, busy, keeping, onCancel, onKeep }: Props) {
  const t = useText();
  const { rows } = preview;
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  // With other options there may be fewer of them.
  const current = Math.min(page, pages);
  const mistakes = mistakesIn(said, rows);
  const choices = choicesOf(said, rows);
  const notYet = busy
    ? t(text.reading)
    : choices.length === 0
      ? t(text.chooseRow)
      : mistakes.size > 0
        ? t(text.correctNames)
        : null;

  function select(chosen: readonly ImportRow[]) {
    const indexes = new Set(chosen.map(({ index }) => index));
    const selected = new Map(said.selected);
    for (const row of rows) selected.set(rowKey(row), indexes.has(row.index));
    setSaid({ ...said, selected });
  }

  return (
    <Table<ImportRow>
      items={rows.slice((current - 1) * ROWS, current * ROWS)}
      trackBy={({ index }) => String(index)}
      wrapLines={true}
      columnDefinitions={importColumns(t, {
        said,
        mistakes,
        rename: (row, name) => setSaid({ ...said, names: new Map(said.names).set(rowKey(row), name) }),
      })}
      selectionType="multi"
      selectedItems={rows.filter((row) => isSelected(said, row))}
      isItemDisabled={({ problem }) => problem !== null}
      onSelectionChange={({ detail }) => select(detail.selectedItems)}
      ariaLabels={{
        tableLabel: t(text.rows),
        selectionGroupLabel: t(common.selectGroup),
        allItemsSelectionLabel: () => t(common.selectPage),
        itemSelectionLabel: (_, row) => t(common.selectRow, { row: nameOfRow(said, row) }),
      }}
      header={
        <SpaceBetween size="s">
          <Header
            variant="h2"
            counter={t(common.counter, { count: rows.length })}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" onClick={onCancel}>
                  {t(common.cancel)}
                </Button>
                <Button
                  variant="primary"
                  loading={keeping}
                  disabled={notYet !== null}
                  disabledReason={notYet ?? undefined}
                  onClick={() => onKeep(choices)}
                >
                  {t(text.importN, { count: choices.length })}
                </Button>
              </SpaceBetween>
            }
          >
            {t(text.rows)}
          </Header>
        </SpaceBetween>
      }
      empty={<TableState title={t(text.noRows)} />}
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={current}
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
