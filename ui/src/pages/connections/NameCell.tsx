import Badge from "@cloudscape-design/components/badge";
import Icon from "@cloudscape-design/components/icon";
import { useText } from "../../common/text";
import { ConnectionDot } from "../../features/connection/ConnectionDot";
import type { ConnectionRow } from "../../ipc/client";
import { manage as text } from "../../messages/manage";
import "./connections.css";

/** What a connection is called, with its colour and its mark. */
export function NameCell({ name, colour, production }: Pick<ConnectionRow, "name" | "colour" | "production">) {
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
    </span>
  );
}
