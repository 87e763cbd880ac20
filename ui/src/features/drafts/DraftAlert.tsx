import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import type { MessageDescriptor } from "react-intl";
import { useNavigate } from "react-router";
import { useTimeText } from "../../common/Time";
import { useText } from "../../common/text";
import { drafts as text } from "../../messages/drafts";

type Props = {
  /** What there is a draft of; `{time}` in it is when it was kept. */
  message: MessageDescriptor;
  at: string;
  /** Where its editor is. */
  to: string;
};

/** Says that there is a draft, and leads back to it. */
export function DraftAlert({ message, at, to }: Props) {
  const t = useText();
  const time = useTimeText();
  const navigate = useNavigate();
  return (
    <Alert type="info" action={<Button onClick={() => void navigate(to)}>{t(text.continue)}</Button>}>
      {t(message, { time: time(at) })}
    </Alert>
  );
}
