import Select from "@cloudscape-design/components/select";
import { useText } from "../../common/text";
import type { Costs } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { useUtcDates } from "./utcDates";

type Props = { now: Costs; month: string | null; onMonth: (month: string | null) => void };

/** The month that is shown: the one that it is, or an earlier one that something is known of. */
export function MonthSelect({ now, month, onMonth }: Props) {
  const t = useText();
  const dates = useUtcDates();
  const current = now.month.month;
  const known = new Set([current, ...(month ? [month] : []), ...now.months.map((one) => one.month)]);
  const options = [...known]
    .sort()
    .reverse()
    .map((value) => ({ value, label: dates.month(value) }));
  return (
    <Select
      inlineLabelText={t(text.month)}
      options={options}
      selectedOption={options.find(({ value }) => value === (month ?? current)) ?? null}
      onChange={({ detail }) => {
        const value = detail.selectedOption.value ?? current;
        // The month that it is goes on by itself when the next one begins.
        onMonth(value === current ? null : value);
      }}
    />
  );
}
