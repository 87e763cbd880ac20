import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { TableProps } from "@cloudscape-design/components/table";
import { Time } from "../../common/Time";
import type { Text } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { PathList } from "../../features/invalidations/PathsCell";
import { canRetry, SubmissionStateView } from "../../features/submissions/SubmissionStateView";
import { submissionPath } from "../../features/targets/paths";
import type { SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { errors } from "../../messages/errors";

/** The columns of the page Activity. */
export function activityColumns(
  t: Text,
  onRetry: (row: SubmissionRow) => void,
  retrying: boolean,
): TableProps.ColumnDefinition<SubmissionRow>[] {
  return [
    {
      id: "name",
      header: t(text.name),
      minWidth: 110,
      isRowHeader: true,
      cell: (row) => <RouteLink to={submissionPath(row.id)}>{row.name || t(text.unnamed)}</RouteLink>,
    },
    { id: "state", header: t(text.state), cell: (row) => <State row={row} t={t} /> },
    {
      id: "target",
      header: t(text.target),
      cell: (row) => (
        <>
          <div>{row.targetName ?? row.target.id}</div>
          {row.targetName && (
            <Box variant="small" color="text-body-secondary">
              {row.target.id}
            </Box>
          )}
        </>
      ),
    },
    {
      id: "items",
      header: t(text.items),
      minWidth: 160,
      width: "40%",
      cell: (row) => <PathList first={row.first} count={row.items} />,
    },
    { id: "asked", header: t(text.asked), cell: (row) => <Time at={row.asked} /> },
    { id: "connection", header: t(text.connection), cell: (row) => row.connectionName ?? t(text.connectionRemoved) },
    {
      id: "actions",
      header: t(text.actions),
      cell: (row) =>
        canRetry(row.state.kind) && (
          <Button wrapText={false} disabled={retrying} onClick={() => onRetry(row)}>
            {t(text.retry)}
          </Button>
        ),
    },
  ];
}

function State({ row, t }: { row: SubmissionRow; t: Text }) {
  const { state } = row;
  return (
    <>
      <SubmissionStateView kind={state.kind} />
      {"reason" in state && (
        <Box variant="small" color="text-body-secondary" display="block">
          {t((errors[state.reason.code] ?? errors.unexpected).happened)}
        </Box>
      )}
    </>
  );
}
