import type { Text } from "../../common/text";
import type { BudgetMet, RunCost } from "../../ipc/client";
import { budgets as text } from "../../messages/budgets";

/** What going beyond a budget means, as a sentence. */
export function budgetSentence(t: Text, { scope, limit, items, refuses }: BudgetMet): string {
  if (scope.kind === "account") return t(refuses ? text.refused : text.warned, { items, limit });
  const name = scope.name ?? scope.target.id;
  return t(refuses ? text.refusedTarget : text.warnedTarget, { name, items, limit });
}

/** Why a budget does not let a run out; `null` where none minds. */
export function refusedByBudget(t: Text, costs: readonly RunCost[]): string | null {
  const met = costs.flatMap(({ budgets }) => budgets).find(({ refuses }) => refuses);
  return met ? budgetSentence(t, met) : null;
}
