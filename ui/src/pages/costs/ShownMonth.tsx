import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { UseQueryResult } from "@tanstack/react-query";
import { useRef } from "react";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import type { Costs } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { BillSection } from "./BillSection";
import { Budgets } from "./Budgets";
import { MonthFigures } from "./MonthFigures";
import { MonthsSection } from "./MonthsSection";
import { Repeats } from "./Repeats";
import "./costs.css";

type Props = {
  connection: string;
  query: UseQueryResult<Costs>;
  /** Whether it is the month that it is. */
  isNow: boolean;
  onMonth: (month: string) => void;
};

/** The month that is chosen, and what stands beside all months. */
export function ShownMonth({ connection, query, isNow, onMonth }: Props) {
  const t = useText();
  const costs = query.data;
  const top = useRef<HTMLDivElement>(null);
  return (
    <SpaceBetween size="l">
      {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
      {(query.isLoading || query.isPlaceholderData) && (
        <StatusIndicator type="loading">{t(text.loading)}</StatusIndicator>
      )}
      {costs && (
        <SpaceBetween size="l">
          {isNow && costs.month.budgets.length > 0 && <Budgets budgets={costs.month.budgets} />}
          <div ref={top} tabIndex={-1} className="costs-month">
            <MonthFigures costs={costs} connection={connection} isNow={isNow} />
          </div>
          {/* A single month is shown above already. */}
          {costs.months.length > 1 && (
            <MonthsSection
              months={costs.months}
              currency={costs.month.currency}
              onMonth={(month) => {
                onMonth(month);
                // It is shown far above the row that was pressed.
                top.current?.focus();
              }}
            />
          )}
          <Repeats connection={connection} />
          <BillSection connection={connection} month={costs.month} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
