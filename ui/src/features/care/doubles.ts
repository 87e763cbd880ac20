import { useQueries } from "@tanstack/react-query";
import { type CheckReport, housekeeper, type SameInProgress, type SubmissionState } from "../../ipc/client";
import { keys } from "../queries/keys";

/** What carries the same items already. */
export type Double = SameInProgress & {
  /** What people call its target, where there are several. */
  target: string | null;
};

/** A double, and how far it is. */
export type OnItsWay = Double & {
  /** Whether it is still to be sent, as far as that is known. */
  waits: boolean;
};

/** States that nothing follows: what is in one of them is no longer on its way. */
const ENDED: ReadonlySet<SubmissionState["kind"]> = new Set(["completed", "accepted", "refused", "withdrawn"]);

/** States in which nothing has gone out yet. */
const WAITS: ReadonlySet<SubmissionState["kind"]> = new Set(["waiting", "queued"]);

/** The double that a report names, as a list of one or none. */
export function doublesOf(report: CheckReport | null | undefined, target: string | null = null): Double[] {
  return report?.double ? [{ ...report.double, target }] : [];
}

/**
 * Those of the doubles that are still on their way: a report stays as it is while the text does, and what it names may
 * be done by then. Where that cannot be read the report's word stands.
 */
export function useOnTheirWay(doubles: readonly Double[]): OnItsWay[] {
  const ids = [...new Set(doubles.map(({ submission }) => submission))];
  const states = useQueries({
    queries: ids.map((id) => ({ queryKey: keys.submission(id), queryFn: () => housekeeper.submission(id) })),
    combine: (answers) => answers.map(({ data }) => data?.row.state.kind ?? "inProgress"),
  });
  return doubles.flatMap((double) => {
    const state = states[ids.indexOf(double.submission)] ?? "inProgress";
    return ENDED.has(state) ? [] : [{ ...double, waits: WAITS.has(state) }];
  });
}
