import { useIntl } from "react-intl";
import { useText } from "../../common/text";
import { useNow } from "../../common/useNow";
import { care as text } from "../../messages/care";

/** How often the clock is looked at, in milliseconds: the minutes shown are then never long out of date. */
const TICK = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The function that says how long ago a moment was ("3 minutes ago"), kept up to date while it is shown. */
export function useAgo(): (at: string) => string {
  const t = useText();
  const intl = useIntl();
  const now = useNow(TICK);
  return (at) => {
    const past = now - Date.parse(at);
    if (past < MINUTE) return t(text.momentAgo);
    if (past < HOUR) return intl.formatRelativeTime(-Math.floor(past / MINUTE), "minute");
    return intl.formatRelativeTime(-Math.floor(past / HOUR), "hour");
  };
}
