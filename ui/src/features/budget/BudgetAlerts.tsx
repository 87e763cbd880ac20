import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import type { BudgetMet } from "../../ipc/client";
import { budgets as text } from "../../messages/budgets";
import { budgetSentence } from "./sentences";

/** The budgets that a run goes beyond: those that refuse it first. */
export function BudgetAlerts({ budgets }: { budgets: readonly BudgetMet[] }) {
  const t = useText();
  if (budgets.length === 0) return null;
  const refusing = budgets.filter(({ refuses }) => refuses);
  // What is refused needs no warning.
  const isRefused = (met: BudgetMet) => refusing.some((other) => scopeKey(other) === scopeKey(met));
  return (
    <SpaceBetween size="xs">
      {[...refusing, ...budgets.filter((met) => !met.refuses && !isRefused(met))].map((met) => (
        <Alert
          key={`${met.refuses} ${scopeKey(met)}`}
          type={met.refuses ? "error" : "warning"}
          header={t(met.refuses ? text.refusedTitle : text.warnedTitle)}
        >
          <div>{budgetSentence(t, met)}</div>
          {met.fixedBy !== null && <div>{t(text.fixed, { file: met.fixedBy })}</div>}
        </Alert>
      ))}
    </SpaceBetween>
  );
}

const scopeKey = ({ scope }: BudgetMet) =>
  scope.kind === "account" ? scope.kind : `${scope.target.kind}/${scope.target.id}`;
