import { useIntl } from "react-intl";

/** How the days and months of the ledger are written: they are UTC ones, whatever the time zone of this computer. */
export function useUtcDates() {
  const { formatDate } = useIntl();
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    /** `2026-11-03` as `3 Nov`. */
    day: (day: string) => formatDate(at(day), { day: "numeric", month: "short", timeZone: "UTC" }),
    /** `2026-11-03` as `Tue, 3 Nov 2026`. */
    fullDay: (day: string) =>
      formatDate(at(day), { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
    /** `2026-11` as `November 2026`. */
    month: (month: string) => formatDate(at(`${month}-01`), { month: "long", year: "numeric", timeZone: "UTC" }),
    /** `2026-11` as `Nov 2026`. */
    shortMonth: (month: string) => formatDate(at(`${month}-01`), { month: "short", year: "numeric", timeZone: "UTC" }),
  };
}
