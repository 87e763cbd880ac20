import Alert from "@cloudscape-design/components/alert";
import { useText } from "../../common/text";
import { invalidation as text } from "../../messages/invalidation";

/** What to do where the old page still shows: CloudFront is done, and the browser has a copy of its own. */
export function StalePage() {
  const t = useText();
  const keys = t(/macintosh/i.test(navigator.userAgent) ? text.keysMac : text.keysOther);
  return (
    <Alert type="success" header={t(text.doneTitle)}>
      <b>{t(text.staleQuestion)}</b>
      <div>{t(text.staleAnswer, { keys })}</div>
    </Alert>
  );
}
