import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { common } from "../messages/common";
import { useText } from "./text";

/** A short text with a button beside it that copies it. `what` names it for those who do not see it. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const t = useText();
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={t(common.copyWhat, { what })}
      copySuccessText={t(common.copied)}
      copyErrorText={t(common.notCopied)}
    />
  );
}

/** A button that copies a longer text standing nearby. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useText();
  return (
    <CopyToClipboard
      textToCopy={text}
      copyButtonText={label}
      copySuccessText={t(common.copied)}
      copyErrorText={t(common.notCopied)}
    />
  );
}
