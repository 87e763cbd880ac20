import { useIntl } from "react-intl";
import { common } from "../messages/common";
import { useText } from "./text";
import "./time.css";

/** The function that writes a moment in local time into a sentence; `at` as for {@link Time}. */
export function useTimeText(): (at: string) => string {
  const intl = useIntl();
  return (at) => {
    const moment = new Date(at);
    if (Number.isNaN(moment.getTime())) return at;
    return intl.formatDate(moment, { dateStyle: "medium", timeStyle: "short" });
  };
}

/**
 * A moment in local time; the UTC stands in its tooltip. Where there is little room it breaks between day and time.
 * `at` is an RFC 3339 text in UTC.
 */
export function Time({ at }: { at: string }) {
  const intl = useIntl();
  const t = useText();
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return <span>{at}</span>;
  const utc = moment.toISOString().slice(0, 19).replace("T", " ");
  const time = intl.formatDate(moment, { timeStyle: "medium" });
  const [before, after] = intl.formatDate(moment, { dateStyle: "medium", timeStyle: "medium" }).split(time);
  return (
    <time className="time" dateTime={at} title={t(common.utc, { time: utc })}>
      <span>{before?.trimEnd()}</span> <span>{time + (after ?? "")}</span>
    </time>
  );
}
