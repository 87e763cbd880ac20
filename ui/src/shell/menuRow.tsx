import type { ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import type { Text } from "../common/text";
import { ConnectionDot } from "../features/connection/ConnectionDot";
import type { ConnectionRow } from "../ipc/client";
import { sessions } from "../messages/sessions";
import { shell } from "../messages/shell";

/**
 * A connection's row in the menu of the top bar. There is room for one sign: where that is its colour, words say that it
 * is in use.
 */
export function menuRow(t: Text, connection: ConnectionRow): ButtonDropdownProps.Item {
  const { id, name, account, endpoint, colour, production, inUse } = connection;
  const marks = [production && t(sessions.production), colour !== "none" && inUse && t(shell.inUse)];
  const row: ButtonDropdownProps.Item = {
    id,
    text: name,
    secondaryText: [account && t(shell.account, { account }), endpoint].filter(Boolean).join(" · ") || undefined,
    labelTag: marks.filter(Boolean).join(" · ") || undefined,
  };
  if (colour !== "none") return { ...row, iconSvg: <ConnectionDot colour={colour} /> };
  return inUse ? { ...row, iconName: "check", iconAlt: t(shell.inUse) } : row;
}
