import { useIntl } from "react-intl";

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** The function that writes so many seconds as people would say them, to the second: `1 day, 1 hour`. */
export function useDuration(): (seconds: number) => string {
  const intl = useIntl();
  return (seconds) => {
    let left = seconds;
    const parts = UNITS.flatMap(([unit, size]) => {
      const count = Math.floor(left / size);
      left -= count * size;
      return count === 0 ? [] : [intl.formatNumber(count, { style: "unit", unit, unitDisplay: "long" })];
    });
    if (parts.length === 0) return intl.formatNumber(0, { style: "unit", unit: "second", unitDisplay: "long" });
    return intl.formatList(parts, { type: "unit" });
  };
}
