import { useText } from "../../common/text";
import { batches as text } from "../../messages/batches";

/** The help beside the pages of the saved batches. */
export function Help() {
  const t = useText();
  return (
    <>
      <p>{t(text.helpText)}</p>
      <p>{t(text.helpVariables)}</p>
      <p>{t(text.helpVersions)}</p>
    </>
  );
}
