import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { TableProps } from "@cloudscape-design/components/table";
import { LongText } from "../../common/LongText";
import type { Text } from "../../common/text";
import type { ConnectionRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections as text } from "../../messages/connections";
import { manage } from "../../messages/manage";
import { NameCell } from "./NameCell";
import { SessionCell } from "./SessionCell";
import { WayCell } from "./WayCell";

/** What a row can ask for. */
type Asks = { enterKey: (connection: string) => void };

/** The columns of the page Connections. */
export function connectionColumns(t: Text, ask: Asks): TableProps.ColumnDefinition<ConnectionRow>[] {
  return [
    { id: "name", header: t(text.name), isRowHeader: true, minWidth: 140, cell: (row) => <NameCell {...row} /> },
    { id: "way", header: t(text.way), minWidth: 190, cell: (row) => <WayCell row={row} /> },
    {
      id: "session",
      header: t(manage.session),
      minWidth: 150,
      cell: (row) => <SessionCell row={row} onEnterKey={ask.enterKey} />,
    },
    { id: "account", header: t(text.account), cell: ({ account }) => account ?? t(common.none) },
    {
      id: "state",
      header: t(text.state),
      cell: ({ inUse }) =>
        inUse ? <StatusIndicator wrapText={false}>{t(text.inUse)}</StatusIndicator> : t(common.none),
    },
    {
      id: "arn",
      header: t(text.identity),
      minWidth: 130,
      cell: ({ arn }) => (arn ? <LongText text={arn} /> : t(common.none)),
    },
  ];
}
