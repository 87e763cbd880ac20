import { useText } from "../../common/text";
import { BudgetContainer } from "../../features/budget/BudgetContainer";
import { useConnectionInUse } from "../../features/connection/context";
import { budgets as text } from "../../messages/budgets";

/** The budget of one distribution. */
export function BudgetSection({ id }: { id: string }) {
  const t = useText();
  return (
    <BudgetContainer
      title={t(text.titleOne)}
      description={t(text.ofTarget)}
      connection={useConnectionInUse().id}
      target={{ kind: "distribution", id }}
    />
  );
}
