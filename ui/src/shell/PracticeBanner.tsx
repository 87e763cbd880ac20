import { useText } from "../common/text";
import { shell } from "../messages/shell";
import "./practice-banner.css";

/** Says on every page that nothing here is real. */
export function PracticeBanner() {
  const t = useText();
  return (
    <section className="practice-banner" aria-label={t(shell.practiceTitle)}>
      <strong>{t(shell.practiceTitle)}</strong> <span>{t(shell.practiceText)}</span>
    </section>
  );
}
