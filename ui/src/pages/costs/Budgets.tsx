import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import type { BudgetMet } from "../../ipc/client";
import { costs as text } from "../../messages/costs";

/** The budgets that the month has passed: the ones that refuse first. */
export function Budgets({ budgets }: { budgets: readonly BudgetMet[] }) {
  const refusing = budgets.filter(({ refuses }) => refuses);
  const warning = budgets.filter(({ refuses }) => !refuses);
  return (
    <SpaceBetween size="xs">
      {[...refusing, ...warning].map((budget) => (
        <Passed key={keyOf(budget)} budget={budget} />
      ))}
    </SpaceBetween>
  );
}

function keyOf({ scope, refuses }: BudgetMet): string {
  return [scope.kind, scope.kind === "target" ? `${scope.target.kind}/${scope.target.id}` : "", refuses].join(" ");
}

function Passed({ budget }: { budget: BudgetMet }) {
  const t = useText();
  const { scope, items, limit, refuses, fixedBy } = budget;
  const name = scope.kind === "target" ? (scope.name ?? scope.target.id) : "";
  const values = { scope: scope.kind, name, items, limit };
  return (
    <Alert type={refuses ? "error" : "warning"} header={t(refuses ? text.budgetRefuses : text.budgetWarns, values)}>
      {t(refuses ? text.budgetRefusesText : text.budgetWarnsText, values)}
      {fixedBy && ` ${t(text.budgetFixed, { path: fixedBy })}`}
    </Alert>
  );
}
