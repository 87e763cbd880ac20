import { useText } from "../../common/text";
import { distribution as text } from "../../messages/distribution";

/** The help beside a distribution or tenant. */
export function Help() {
  const t = useText();
  return (
    <>
      <p>{t(text.help)}</p>
      <p>{t(text.helpCopy)}</p>
    </>
  );
}
