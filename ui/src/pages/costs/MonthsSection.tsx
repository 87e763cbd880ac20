import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { money } from "../../common/money";
import { useText } from "../../common/text";
import type { MonthCost } from "../../ipc/client";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";
import { MonthsChart } from "./MonthsChart";
import { byNumber, byText } from "./order";
import { Section } from "./Section";
import { SortedTable } from "./SortedTable";
import { useUtcDates } from "./utcDates";

type Props = { months: readonly MonthCost[]; currency: string; onMonth: (month: string) => void };

/** Every month that something is known of, beside the others. */
export function MonthsSection({ months, currency, onMonth }: Props) {
  const t = useText();
  const dates = useUtcDates();
  const title = t(text.months);
  return (
    <Section
      id="months"
      title={title}
      chart={<MonthsChart months={months} />}
      table={
        <SortedTable
          label={title}
          rows={months}
          rowKey={({ month }) => month}
          sorted={{ column: "month", isDescending: true }}
          columns={[
            {
              id: "month",
              header: t(text.month),
              cell: ({ month }) => (
                <Button
                  variant="inline-link"
                  ariaLabel={t(text.showMonth, { month: dates.month(month) })}
                  onClick={() => onMonth(month)}
                >
                  {dates.month(month)}
                </Button>
              ),
              compare: byText(({ month }) => month),
            },
            {
              id: "items",
              header: t(text.items),
              cell: ({ items }) => t(common.count, { count: items }),
              compare: byNumber(({ items }) => items),
            },
            {
              id: "invalidations",
              header: t(text.invalidations),
              cell: ({ invalidations }) => t(common.count, { count: invalidations }),
              compare: byNumber(({ invalidations }) => invalidations),
            },
            { id: "cost", header: t(text.cost), cell: ({ cost }) => money(currency, cost) },
            {
              id: "counted",
              header: t(text.counted),
              cell: ({ isComplete }) => (
                <StatusIndicator type={isComplete ? "success" : "warning"}>
                  {t(isComplete ? text.inFull : text.inPart)}
                </StatusIndicator>
              ),
            },
          ]}
        />
      }
      description={t(text.monthsText)}
    />
  );
}
