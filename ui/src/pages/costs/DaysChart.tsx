import MixedLineBarChart, { type MixedLineBarChartProps } from "@cloudscape-design/components/mixed-line-bar-chart";
import { useText } from "../../common/text";
import type { DayCost } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { useChart } from "./useChart";
import { useUtcDates } from "./utcDates";

/** The mark of what is free stands in the chart once the month has used this part of it: before, it would flatten all. */
const NEAR = 0.25;

/** The items of each day in UTC as bars, and the month's sum as a line, up to what is free. */
export function DaysChart({ days, free }: { days: readonly DayCost[]; free: number }) {
  const t = useText();
  const dates = useUtcDates();
  const sums = sumsOf(days);
  const total = sums.at(-1)?.y ?? 0;
  const showsFree = free > 0 && total >= free * NEAR;
  const chart = useChart(t(text.byDay), showsFree ? Math.max(total, free) : total);
  const series: MixedLineBarChartProps.ChartSeries<string>[] = [
    { type: "bar", title: t(text.items), data: days.map(({ day, items }) => ({ x: day, y: items })) },
    { type: "line", title: t(text.sum), data: sums },
    ...(showsFree ? [{ type: "threshold", title: t(text.freeLimit), y: free } as const] : []),
  ];
  return (
    <MixedLineBarChart<string>
      {...chart}
      series={series}
      xDomain={days.map(({ day }) => day)}
      xTitle={t(text.dayUtc)}
      xTickFormatter={dates.day}
      height={260}
    />
  );
}

/** How many items there were since the month began, at the end of each day. */
function sumsOf(days: readonly DayCost[]): { x: string; y: number }[] {
  let sum = 0;
  return days.map(({ day, items }) => {
    sum += items;
    return { x: day, y: sum };
  });
}
