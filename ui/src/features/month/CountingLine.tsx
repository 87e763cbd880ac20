import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { review as text } from "../../messages/review";
import { useMonth } from "./useMonth";

/** A line that says how far counting the month is, while somebody counts. */
export function CountingLine({ connection }: { connection: string }) {
  const t = useText();
  const counting = useMonth(connection).data?.counting;
  if (!counting) return null;
  const all = counting.read + counting.toRead;
  return (
    <StatusIndicator type="in-progress">
      {all > 0 ? t(text.countingOf, { read: counting.read, all }) : t(text.counting)}
      {counting.isSlow && <> {t(text.countingSlow)}</>}
    </StatusIndicator>
  );
}
