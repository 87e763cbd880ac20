import { useQueries } from "@tanstack/react-query";
import { type CheckReport, housekeeper, type SameInProgress, type SubmissionState } from "../../ipc/client";
import { keys } from "../queries/keys";

/** What carries the same items already. */
export type Double = SameInProgress & {
  /** What people call its target, where there are several. */
  target: string | null;
};

/** States that nothing follows: what is in one of them is no longer on its way. */
const ENDED: ReadonlySet<SubmissionState["kind"]> = new Set(["completed", "accepted", "refused", "withdrawn"]);

/** The double that a report names, as a list of one or none. */
export function doublesOf(report: CheckReport | null | undefined, target: string | null = null): Double[] {
  return report?.double ? [{ ...report.double, target }] : [];
}

/**
 * Those of the doubles that are still on their way: a report stays as it is while the text does, and what it names may
 * be done by then. Where that cannot be read the report's word stands.
 */
export function useOnTheirWay(doubles: readonly Double[]): Double[] {
  const ids = [...new Set(doubles.map(({ submission }) => submission))];
  const ended = useQueries({
    queries: ids.map((id) => ({ queryKey: keys.submission(id), queryFn: () => housekeeper.submission(id) })),
    combine: (answers) => ids.filter((_, place) => ENDED.has(answers[place]?.data?.row.state.kind ?? "sending")),
  });
  return doubles.filter(({ submission }) => !ended.includes(submission));
}
