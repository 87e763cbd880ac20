import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useText } from "../../common/text";
import { useDebounced } from "../../common/useDebounced";
import { refusedByBudget } from "../../features/budget/sentences";
import { useAgainOnNewFigures } from "../../features/month/useAgainOnNewFigures";
import { useCountMonths } from "../../features/month/useMonth";
import { keys } from "../../features/queries/keys";
import { type BatchTarget, housekeeper, type NamedTarget, type RunReview, type Variable } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { errors } from "../../messages/errors";
import { nameOf, withoutName } from "./paths";
import { problemText } from "./problem";
import { type Values, valid } from "./variables";

/** How long the keys must rest before a run is looked at anew, in milliseconds. */
const REST = 150;

/** What a run is made of. */
export type RunAsk = { values: Values; targets: BatchTarget[] };

/** What a run would send: the newest answer, and whether a newer is still to come. */
export function useRunReview(id: number, variables: readonly Variable[], values: Values, targets: NamedTarget[]) {
  const ask = useMemo<RunAsk>(
    () => ({
      values: Object.fromEntries(
        variables.map((variable) => [variable.name, valid(variable, values[variable.name] ?? [])]),
      ),
      targets: targets.map(withoutName),
    }),
    [variables, values, targets],
  );
  const missing = variables.map(({ name }) => name).filter((name) => ask.values[name]?.length === 0);
  const settled = useDebounced(ask, REST);
  const query = useQuery({
    queryKey: [...keys.runReview(id), settled],
    queryFn: () => housekeeper.reviewRun(id, settled.values, settled.targets),
    placeholderData: keepPreviousData,
    // Nothing can be made without them.
    enabled: missing.length === 0,
    gcTime: 0,
  });
  const connections = useMemo(() => [...new Set(targets.map(({ connection }) => connection))].sort(), [targets]);
  useCountMonths(connections);
  useAgainOnNewFigures(connections, () => {
    if (missing.length === 0) void query.refetch();
  });
  const checking = settled !== ask || query.isPlaceholderData || query.isLoading;
  return { ask, query, missing, checking };
}

/** Why a run cannot be sent yet; `null` where it can. */
export function useNotYet({ ask, query, missing, checking }: ReturnType<typeof useRunReview>): string | null {
  const t = useText();
  const review: RunReview | undefined = query.data;
  if (missing.length > 0) return t(text.fillIn, { names: missing.join(", ") });
  if (ask.targets.length === 0) return t(text.chooseTarget);
  if (checking) return t(text.stillChecking);
  if (!review || query.error) return t(text.notReviewed);
  if (review.missing.length > 0) return t(text.fillIn, { names: review.missing.join(", ") });
  if (review.problem) return problemText(t, review.problem);
  if (review.tooMany) return t(text.tooMany);
  const failed = review.targets.find(({ error }) => error !== null);
  if (failed) return t(text.targetFailed, { name: nameOf(failed.target) });
  if (review.errors > 0) return t(text.linesHaveErrors, { count: review.errors });
  if (review.items === 0) return t(text.nothingMade);
  const [refused] = review.targets.flatMap(({ report }) => report?.refused ?? []);
  if (refused) return t(errors[refused.code].happened);
  return refusedByBudget(t, review.costs);
}
