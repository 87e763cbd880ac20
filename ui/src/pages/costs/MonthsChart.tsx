import BarChart from "@cloudscape-design/components/bar-chart";
import { useText } from "../../common/text";
import type { MonthCost } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { useChart } from "./useChart";
import { useUtcDates } from "./utcDates";

/** How many months have a bar: two years of them. */
const MOST = 24;

/** The items of the last months as bars, oldest first. */
export function MonthsChart({ months }: { months: readonly MonthCost[] }) {
  const t = useText();
  const dates = useUtcDates();
  const bars = months
    .slice(0, MOST)
    .map(({ month, items }) => ({ x: month, y: items }))
    .reverse();
  const chart = useChart(t(text.months), Math.max(...bars.map(({ y }) => y)));
  return (
    <BarChart<string>
      {...chart}
      series={[{ type: "bar", title: t(text.items), data: bars }]}
      xDomain={bars.map(({ x }) => x)}
      xTitle={t(text.month)}
      xTickFormatter={dates.shortMonth}
      hideLegend={true}
      height={160}
    />
  );
}
