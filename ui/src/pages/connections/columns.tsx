import Badge from "@cloudscape-design/components/badge";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { TableProps } from "@cloudscape-design/components/table";
import type { Text } from "../../common/text";
import type { ConnectionRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections as text } from "../../messages/connections";

/** The columns of the page Connections. */
export function connectionColumns(t: Text): TableProps.ColumnDefinition<ConnectionRow>[] {
  return [
    { id: "name", header: t(text.name), isRowHeader: true, minWidth: 120, cell: ({ name }) => name },
    { id: "way", header: t(text.way), cell: (row) => way(t, row) },
    { id: "account", header: t(text.account), cell: ({ account }) => account ?? t(common.none) },
    { id: "endpoint", header: t(text.endpoint), cell: (row) => <Endpoint row={row} t={t} /> },
    {
      id: "state",
      header: t(text.state),
      cell: ({ inUse }) =>
        inUse ? <StatusIndicator wrapText={false}>{t(text.inUse)}</StatusIndicator> : t(common.none),
    },
    {
      id: "arn",
      header: t(text.identity),
      minWidth: 120,
      cell: ({ arn }) => <span style={{ overflowWrap: "anywhere" }}>{arn ?? t(common.none)}</span>,
    },
  ];
}

function way(t: Text, { way }: ConnectionRow): string {
  switch (way.kind) {
    case "practice":
      return t(text.practice);
    case "profile":
      return t(text.wayProfile, { name: way.name });
    case "accessKey":
      return t(text.wayAccessKey, { id: way.accessKeyId });
    case "identityCenter":
      return way.role;
    case "role":
      return way.roleArn;
  }
}

function Endpoint({ row, t }: { row: ConnectionRow; t: Text }) {
  if (row.endpoint) return <Badge color="severity-medium">{row.endpoint}</Badge>;
  return row.way.kind === "practice" ? t(common.none) : t(text.endpointAws);
}
