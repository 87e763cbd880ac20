import { useQuery } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { timeLeft } from "../../common/timeLeft";
import { useNow } from "../../common/useNow";
import { housekeeper } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { keys } from "../queries/keys";

/** How often an estimate is looked at, in milliseconds. */
const TICK = 1_000;

/** About how long it is until a moment, as a sentence; nothing where nobody can say. */
export function About({ at }: { at: string | null }) {
  const moment = Date.parse(at ?? "");
  return Number.isNaN(moment) ? null : <Ticking moment={moment} about={text.about} over={text.anyMoment} />;
}

/** About how long CloudFront still works on an invalidation that is expected to be done at that moment. */
export function Remaining({ expected }: { expected: string }) {
  const moment = Date.parse(expected);
  return Number.isNaN(moment) ? null : <Ticking moment={moment} about={text.left} over={text.leftAnyMoment} />;
}

/** The same for the invalidation that a submission became. */
export function RemainingOf({ submission }: { submission: number }) {
  const { data } = useQuery({
    queryKey: keys.submission(submission),
    queryFn: () => housekeeper.submission(submission),
  });
  const state = data?.row.state;
  return state?.kind === "inProgress" && <Remaining expected={state.expected} />;
}

type Messages = Record<"about" | "over", (typeof text)[keyof typeof text]>;

/** Quiet for screen readers: what it stands in is read out when it changes, the passing of time is not. */
function Ticking({ moment, about, over }: { moment: number } & Messages) {
  const t = useText();
  const left = timeLeft(moment - useNow(TICK));
  return (
    <span role="timer" aria-live="off">
      {left ? t(about, left) : t(over)}
    </span>
  );
}
