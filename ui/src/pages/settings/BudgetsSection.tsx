import { useText } from "../../common/text";
import { BudgetContainer } from "../../features/budget/BudgetContainer";
import { useConnectionInUse } from "../../features/connection/context";
import { budgets as text } from "../../messages/budgets";

/** The budget of the account that the connection in use leads into. */
export function BudgetsSection() {
  const t = useText();
  const { id, name, account } = useConnectionInUse();
  return (
    <BudgetContainer
      title={t(text.title)}
      description={account ? t(text.ofAccount, { name, account }) : t(text.ofConnection, { name })}
      connection={id}
      target={null}
    />
  );
}
