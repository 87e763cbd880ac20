import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { TableProps } from "@cloudscape-design/components/table";
import { LongText } from "../../common/LongText";
import { Time } from "../../common/Time";
import type { Text } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { PathList } from "../../features/invalidations/PathsCell";
import { RunActions } from "../../features/submissions/RunActions";
import { hasDetail, StateDetail } from "../../features/submissions/StateDetail";
import { canRetry, SubmissionStateView } from "../../features/submissions/SubmissionStateView";
import { submissionPath } from "../../features/targets/paths";
import type { SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";

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
      minWidth: 100,
      isRowHeader: true,
      cell: (row) => (
        <>
          <RouteLink to={submissionPath(row.id)}>{row.name || t(text.unnamed)}</RouteLink>
          {row.parts > 1 && <Small>{t(text.part, { part: row.part, parts: row.parts })}</Small>}
          {row.reason !== "" && (
            <Small>
              <LongText text={row.reason} />
            </Small>
          )}
        </>
      ),
    },
    {
      id: "state",
      header: t(text.state),
      minWidth: 170,
      width: "22%",
      cell: (row) => (
        <>
          <SubmissionStateView kind={row.state.kind} />
          {hasDetail(row.state) && (
            <Small>
              <StateDetail row={row} />
            </Small>
          )}
        </>
      ),
    },
    {
      id: "target",
      header: t(text.target),
      cell: (row) => (
        <>
          <div>{row.targetName ?? row.target.id}</div>
          {row.targetName && <Small>{row.target.id}</Small>}
        </>
      ),
    },
    {
      id: "items",
      header: t(text.items),
      minWidth: 160,
      width: "30%",
      cell: (row) => <PathList first={row.first} count={row.items} />,
    },
    { id: "asked", header: t(text.asked), cell: (row) => <Time at={row.asked} /> },
    { id: "connection", header: t(text.connection), cell: (row) => row.connectionName ?? t(text.connectionRemoved) },
    {
      id: "actions",
      header: t(text.actions),
      cell: (row) => (
        <RunActions run={row} canUndo={row.canUndo} canSendNow={row.canSendNow}>
          {canRetry(row) && (
            <Button wrapText={false} disabled={retrying} onClick={() => onRetry(row)}>
              {t(text.retry)}
            </Button>
          )}
        </RunActions>
      ),
    },
  ];
}

function Small({ children }: { children: React.ReactNode }) {
  return (
    <Box variant="small" color="text-body-secondary" display="block">
      {children}
    </Box>
  );
}
