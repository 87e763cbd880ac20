import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { TableProps } from "@cloudscape-design/components/table";
import { LongText } from "../../common/LongText";
import type { Text } from "../../common/text";
import { PathList } from "../../features/invalidations/PathsCell";
import type { ImportRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { importing as text } from "../../messages/importing";
import { isRenamed, nameOfRow, type Said } from "./importChoices";
import { nameOf } from "./paths";

type Asks = {
  said: Said;
  mistakes: ReadonlyMap<number, "nameless" | "twice">;
  rename: (row: ImportRow, name: string) => void;
};

/** How many lines of a batch are written out in its row. */
const LINES_SHOWN = 3;

const FATES = { new: text.fateNew, replaces: text.fateReplaces, same: text.fateSame };

/** The columns of the batches in a file. */
export function importColumns(t: Text, { said, mistakes, rename }: Asks): TableProps.ColumnDefinition<ImportRow>[] {
  return [
    {
      id: "name",
      header: t(text.name),
      isRowHeader: true,
      minWidth: 220,
      cell: (row) => {
        const mistake = mistakes.get(row.index);
        return (
          <FormField errorText={mistake && t(text[mistake])} stretch={true}>
            <Input
              ariaLabel={t(text.nameOf, { name: row.name })}
              autoComplete={false}
              disabled={row.problem !== null}
              value={nameOfRow(said, row)}
              onChange={({ detail }) => rename(row, detail.value)}
            />
            {row.description !== "" && (
              <Box variant="small" color="text-body-secondary" display="block">
                <LongText text={row.description} />
              </Box>
            )}
          </FormField>
        );
      },
    },
    {
      id: "fate",
      header: t(text.fate),
      minWidth: 160,
      cell: (row) =>
        row.problem !== null ? (
          <StatusIndicator type="error">{row.problem}</StatusIndicator>
        ) : (
          t(isRenamed(said, row) ? text.fateRenamed : FATES[row.fate])
        ),
    },
    { id: "items", header: t(text.items), cell: (row) => t(common.count, { count: row.items }) },
    {
      id: "paths",
      header: t(text.paths),
      minWidth: 200,
      cell: (row) => <PathList first={[...new Set(row.first.slice(0, LINES_SHOWN))]} count={row.items} />,
    },
    { id: "variables", header: t(text.variables), cell: (row) => row.variables.join(", ") || t(common.none) },
    {
      id: "targets",
      header: t(text.targets),
      minWidth: 140,
      cell: (row) => (
        <>
          {row.targets.map(nameOf).join(", ") || (row.lostTargets === 0 && t(common.none))}
          {row.lostTargets > 0 && (
            <Box variant="small" color="text-body-secondary" display="block">
              {t(text.lost, { count: row.lostTargets })}
            </Box>
          )}
        </>
      ),
    },
  ];
}
