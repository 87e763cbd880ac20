import BarChart from "@cloudscape-design/components/bar-chart";
import { useText } from "../../common/text";
import { targetKey } from "../../features/targets/paths";
import type { TargetCost } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { OTHERS, topTargets } from "./top";
import { useChart } from "./useChart";

/** The height of a bar with what is around it, and of the axis below, in pixels. */
const BAR = 34;
const AXIS = 30;

/** The items of the targets that have the most, as bars. */
export function TargetsChart({ targets }: { targets: readonly TargetCost[] }) {
  const t = useText();
  const { bars, others } = topTargets(targets);
  const chart = useChart(t(text.byTarget), Math.max(...bars.map(({ y }) => y)));
  const names = new Map(targets.map(({ target, name }) => [targetKey(target), name ?? target.id]));
  return (
    <BarChart<string>
      {...chart}
      horizontalBars={true}
      series={[{ type: "bar", title: t(text.items), data: bars }]}
      xDomain={bars.map(({ x }) => x)}
      xTitle={t(text.target)}
      xTickFormatter={(key) => (key === OTHERS ? t(text.others, { count: others }) : (names.get(key) ?? key))}
      hideLegend={true}
      height={AXIS + BAR * bars.length}
    />
  );
}
