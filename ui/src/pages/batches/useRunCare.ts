import type { Cleared } from "../../features/care/ConfirmWide";
import { doublesOf } from "../../features/care/doubles";
import { type AskBeforeDouble, useAskBeforeDouble } from "../../features/care/useAskBeforeDouble";
import { wideOf } from "../../features/care/wide";
import { useTargetWords } from "../../features/targets/useTargetWords";
import type { BatchRow, RunReview } from "../../ipc/client";
import { nameOf } from "./paths";

/** What is asked once more before a run is sent. */
type RunCare = {
  /** The targets of which much is cleared. */
  cleared: Cleared[];
  /** What may be typed to go on. */
  names: string[];
  double: AskBeforeDouble;
};

/** What is asked once more before a run is sent, by what it would make. */
export function useRunCare(batch: BatchRow, review: RunReview | undefined): RunCare {
  const wide = (review?.targets ?? []).flatMap(({ target, report }) => {
    const wildcards = wideOf(report);
    return wildcards.length === 0 ? [] : [{ target, wide: wildcards }];
  });
  const only = wide.length === 1 ? wide[0]?.target : undefined;
  const words = useTargetWords(only?.connection ?? "", only?.target ?? null);
  const double = useAskBeforeDouble(
    (review?.targets ?? []).flatMap(({ target, report }) => doublesOf(report, nameOf(target))),
  );
  return {
    cleared: wide.map((one) => ({ target: only ? null : nameOf(one.target), wide: one.wide })),
    // Of several, the batch has a name that stands for all of them.
    names: only ? [...new Set([nameOf(only), ...words])] : [batch.name],
    double,
  };
}
