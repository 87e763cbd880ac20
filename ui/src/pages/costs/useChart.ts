import { useText } from "../../common/text";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";

/** What every chart of the page has in common: its words, its name, and a vertical axis of whole items. */
export function useChart(name: string, most: number) {
  const t = useText();
  return {
    ariaLabel: name,
    ariaDescription: t(text.chartText),
    xScaleType: "categorical" as const,
    yDomain: [0, Math.max(1, most)],
    yTitle: t(text.items),
    // There is no half of an item: the axis of a small month has such marks, and they stay without a word.
    yTickFormatter: (value: number) => (Number.isInteger(value) ? t(common.count, { count: value }) : ""),
    hideFilter: true,
    i18nStrings: {
      legendAriaLabel: t(text.chartLegend),
      chartAriaRoleDescription: t(text.chartRole),
      xAxisAriaRoleDescription: t(text.axisX),
      yAxisAriaRoleDescription: t(text.axisY),
    },
  };
}
