import Alert from "@cloudscape-design/components/alert";
import { useText } from "../../common/text";
import type { MonthRow } from "../../ipc/client";
import { counting as text } from "../../messages/counting";

/** Says plainly that a month was not counted in full; while it is being counted, that is said already. */
export function PartialAlert({ month }: { month: MonthRow }) {
  const t = useText();
  if (month.isComplete || month.counting) return null;
  return (
    <Alert type="warning" header={t(text.partial)}>
      {t(month.gaps.length > 0 ? text.partialGaps : text.partialNever)}
    </Alert>
  );
}
