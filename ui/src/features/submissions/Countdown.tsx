import LiveRegion from "@cloudscape-design/components/live-region";
import { useState } from "react";
import { useText } from "../../common/text";
import { useNow } from "../../common/useNow";
import { queue as text } from "../../messages/queue";

/** How often the clock is looked at, in milliseconds: a second is then never shown for much longer than a second. */
const TICK = 250;

/**
 * The seconds until a submission is sent. Screen readers hear at most one sentence of it, as it begins (`announce`): a
 * number that is read out every second would drown everything else.
 */
export function Countdown({ until, announce = false }: { until: string; announce?: boolean }) {
  const t = useText();
  const now = useNow(TICK);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  const [atFirst] = useState(seconds);
  return (
    <>
      <span role="timer" aria-live="off">
        {seconds > 0 ? t(text.sentIn, { seconds }) : t(text.sentAnyMoment)}
      </span>
      {announce && atFirst > 0 && (
        <LiveRegion hidden={true} tagName="span">
          {t(text.countdownBegins, { seconds: atFirst })}
        </LiveRegion>
      )}
    </>
  );
}
