import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import type { BudgetRow, Target } from "../../ipc/client";
import { shell } from "../../messages/shell";
import { FailureAlert } from "../failure/FailureAlert";
import { BudgetForm } from "./BudgetForm";
import { useBudgets } from "./useBudgets";

type Props = {
  title: string;
  description: string;
  connection: string;
  /** `null` for the account as a whole. */
  target: Target | null;
};

/** The budget of an account or of a target, once it is read. */
export function BudgetContainer({ title, description, connection, target }: Props) {
  const t = useText();
  const query = useBudgets(connection);
  const row = query.data?.find((one) => isOf(one, target));
  return (
    <Container
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
    >
      {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
      {query.data && (
        <BudgetForm
          // What is kept begins the form anew; how much is used changes while one types, and does not.
          key={JSON.stringify([connection, target, row?.budget, row?.fixedBy])}
          connection={connection}
          target={target}
          row={row}
        />
      )}
    </Container>
  );
}

function isOf({ scope }: BudgetRow, target: Target | null): boolean {
  if (scope.kind === "account") return target === null;
  return target?.kind === scope.target.kind && target.id === scope.target.id;
}
