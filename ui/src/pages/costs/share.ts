import { useIntl } from "react-intl";

/** The function that writes how many hundredths of `all` a count is; `0%` where there is nothing. */
export function useShare(): (part: number, all: number) => string {
  const { formatNumber } = useIntl();
  return (part, all) => formatNumber(all === 0 ? 0 : part / all, { style: "percent", maximumFractionDigits: 1 });
}
