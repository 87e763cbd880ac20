import Badge from "@cloudscape-design/components/badge";
import { type Text, useText } from "../../common/text";
import type { ConnectionRow, WayRow } from "../../ipc/client";
import { connections } from "../../messages/connections";
import { manage as text } from "../../messages/manage";
import { shell } from "../../messages/shell";
import "./connections.css";

/** How a connection gets in, in words, and what is particular about it: above all where its calls go, if not to AWS. */
export function WayCell({ row }: { row: ConnectionRow }) {
  const t = useText();
  const marks = [
    row.china && text.china,
    row.fips && text.fips,
    row.dualStack && text.dualStack,
    row.inMemory && text.inMemory,
  ].filter((mark) => mark !== false);
  return (
    <div className="connection-words">
      {wayWords(t, row.way)}
      {(row.endpoint || marks.length > 0) && (
        <div className="connection-badges">
          {row.endpoint && (
            <Badge color="severity-medium">
              <span title={t(shell.endpointHint, { endpoint: row.endpoint })}>{row.endpoint}</span>
            </Badge>
          )}
          {marks.map((mark) => (
            <Badge key={mark.id}>{t(mark)}</Badge>
          ))}
        </div>
      )}
    </div>
  );
}

function wayWords(t: Text, way: WayRow): string {
  switch (way.kind) {
    case "practice":
      return t(connections.practice);
    case "profile":
      return t(connections.wayProfile, { name: way.name });
    case "accessKey":
      return t(connections.wayAccessKey, { id: way.accessKeyId });
    case "identityCenter":
      return t(text.wayIdentityCenter, { role: way.role, account: way.account });
    case "role":
      return way.baseName === null
        ? t(text.wayRoleAlone, { arn: way.roleArn })
        : t(text.wayRole, { arn: way.roleArn, base: way.baseName });
  }
}
