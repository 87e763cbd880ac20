import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import { useText } from "../../common/text";
import { ConnectionDot } from "../../features/connection/ConnectionDot";
import type { ConnectionRow } from "../../ipc/client";
import { manage as text } from "../../messages/manage";
import "./connections.css";

type Named = Pick<ConnectionRow, "name" | "colour" | "production" | "fixedBy">;

/** What a connection is called, with its colour and its mark, and whether the administrator's file has brought it. */
export function NameCell({ name, colour, production, fixedBy }: Named) {
  const t = useText();
  return (
    <span className="connection-words">
      {colour !== "none" && (
        <>
          <Icon svg={<ConnectionDot colour={colour} />} />{" "}
        </>
      )}
      {name}
      {production && (
        <>
          {" "}
          <Badge color="red">{t(text.production)}</Badge>
        </>
      )}
      {fixedBy !== null && (
        <Box variant="small" color="text-body-secondary" display="block">
          <span title={fixedBy}>{t(text.fixed)}</span>
        </Box>
      )}
    </span>
  );
}
