import { useIntl } from "react-intl";
import { common } from "../messages/common";
import { useText } from "./text";

/** A moment in local time; the UTC stands in its tooltip. `at` is an RFC 3339 text in UTC. */
export function Time({ at }: { at: string }) {
  const intl = useIntl();
  const t = useText();
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return <span>{at}</span>;
  const utc = moment.toISOString().slice(0, 19).replace("T", " ");
  return (
    <time style={{ whiteSpace: "nowrap" }} dateTime={at} title={t(common.utc, { time: utc })}>
      {intl.formatDate(moment, { dateStyle: "medium", timeStyle: "medium" })}
    </time>
  );
}
