import { money } from "../../common/money";
import { useText } from "../../common/text";
import type { DayCost } from "../../ipc/client";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";
import { DaysChart } from "./DaysChart";
import { byNumber, byText } from "./order";
import { Section } from "./Section";
import { SortedTable } from "./SortedTable";
import { useUtcDates } from "./utcDates";

type Props = { days: readonly DayCost[]; currency: string; free: number };

/** What was invalidated on each day in UTC. */
export function DaysSection({ days, currency, free }: Props) {
  const t = useText();
  const dates = useUtcDates();
  const title = t(text.byDay);
  const count = (value: number) => t(common.count, { count: value });
  return (
    <Section
      id="days"
      title={title}
      description={t(text.byDayText)}
      chart={<DaysChart days={days} free={free} />}
      table={
        <SortedTable
          label={title}
          rows={days}
          rowKey={({ day }) => day}
          sorted={{ column: "day", isDescending: true }}
          columns={[
            {
              id: "day",
              header: t(text.day),
              cell: ({ day }) => dates.fullDay(day),
              compare: byText(({ day }) => day),
            },
            {
              id: "items",
              header: t(text.items),
              cell: ({ items }) => count(items),
              compare: byNumber(({ items }) => items),
            },
            {
              id: "invalidations",
              header: t(text.invalidations),
              cell: ({ invalidations }) => count(invalidations),
              compare: byNumber(({ invalidations }) => invalidations),
            },
            { id: "cost", header: t(text.cost), cell: ({ cost }) => money(currency, cost) },
          ]}
        />
      }
    />
  );
}
