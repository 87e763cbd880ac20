import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import { LongText } from "../../common/LongText";
import { StarButton } from "../../common/StarButton";
import { Time } from "../../common/Time";
import type { Text } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import type { BatchQuery, BatchRow } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { drafts } from "../../messages/drafts";
import { labels } from "../../messages/labels";
import { editPath, nameOf } from "./paths";
import { Swatch } from "./Swatch";

type Column = TableProps.ColumnDefinition<BatchRow> & { id: string; sortingField?: BatchQuery["sort"] };

/** What a row asks for, and asks. */
type Asks = {
  run: (row: BatchRow) => void;
  favourite: (row: BatchRow) => void;
  hasDraft: (row: BatchRow) => boolean;
};

/** How many targets are written out in a row. */
const TARGETS_SHOWN = 2;

/** The columns of the page Saved batches. */
export function batchColumns(t: Text, ask: Asks): Column[] {
  return [
    {
      id: "name",
      sortingField: "name",
      header: t(text.name),
      isRowHeader: true,
      minWidth: 180,
      cell: (row) => (
        <>
          <StarButton
            pressed={row.favourite}
            label={t(row.favourite ? text.removeFavourite : text.addFavourite, { name: row.name })}
            onChange={() => ask.favourite(row)}
          />
          <Swatch colour={row.colour} />
          <RouteLink to={editPath(row.id)}>{row.name}</RouteLink>
          {ask.hasDraft(row) && (
            <>
              {" "}
              <Badge>{t(drafts.draft)}</Badge>
            </>
          )}
          {row.description !== "" && (
            <Box variant="small" color="text-body-secondary" display="block">
              <LongText text={row.description} />
            </Box>
          )}
        </>
      ),
    },
    {
      id: "items",
      sortingField: "items",
      header: t(text.items),
      cell: (row) => <span title={row.first.join("\n")}>{t(common.count, { count: row.items })}</span>,
    },
    { id: "variables", header: t(text.variables), cell: (row) => row.variables.join(", ") || t(common.none) },
    { id: "targets", header: t(text.targets), minWidth: 140, cell: (row) => <Targets row={row} t={t} /> },
    { id: "labels", header: t(labels.labels), minWidth: 110, cell: (row) => <Labels row={row} t={t} /> },
    { id: "created", sortingField: "created", header: t(text.created), cell: (row) => <Time at={row.created} /> },
    {
      id: "lastRun",
      sortingField: "lastRun",
      header: t(text.lastRun),
      cell: (row) => (row.lastRun ? <Time at={row.lastRun} /> : t(text.never)),
    },
    { id: "lastRunBy", header: t(text.lastRunBy), cell: (row) => row.lastRunBy.join(", ") || t(common.none) },
    {
      id: "run",
      header: t(text.run),
      cell: (row) => (
        <Button wrapText={false} onClick={() => ask.run(row)}>
          {t(text.run)}
        </Button>
      ),
    },
  ];
}

function Labels({ row, t }: { row: BatchRow; t: Text }) {
  if (row.labels.length === 0) return t(common.none);
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      {row.labels.map((label) => (
        <Badge key={label}>{label}</Badge>
      ))}
    </SpaceBetween>
  );
}

function Targets({ row, t }: { row: BatchRow; t: Text }) {
  const names = row.targets.map(nameOf);
  if (names.length === 0) return t(common.none);
  const more = names.length - TARGETS_SHOWN;
  return (
    <span title={names.join("\n")}>
      {names.slice(0, TARGETS_SHOWN).join(", ")}
      {more > 0 && (
        <Box variant="small" color="text-body-secondary" display="block">
          {t(text.more, { count: more })}
        </Box>
      )}
    </span>
  );
}
