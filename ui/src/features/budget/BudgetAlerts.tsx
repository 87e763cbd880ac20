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
  const ordered = [...budgets].sort((one, other) => Number(other.refuses) - Number(one.refuses));
  return (
    <SpaceBetween size="xs">
      {ordered.map((met) => (
        <Alert
          key={`${met.refuses} ${met.scope.kind === "account" ? "" : `${met.scope.target.kind}/${met.scope.target.id}`}`}
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
