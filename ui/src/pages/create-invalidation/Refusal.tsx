import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { HousekeeperError } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { errors } from "../../messages/errors";

/** A definite refusal: nothing was invalidated, and the text stays. */
export function Refusal({ error }: { error: unknown }) {
  const t = useText();
  const sentence = errors[HousekeeperError.from(error).code] ?? errors.unexpected;
  return (
    <FailureAlert
      error={error}
      title={t(text.refusedTitle, { reason: t(sentence.happened) })}
      sentence={t(sentence.todo)}
      takeFocus={true}
    >
      {t(text.kept)}
    </FailureAlert>
  );
}
