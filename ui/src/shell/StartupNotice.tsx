import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useText } from "../common/text";
import { useFlash } from "../features/flash/Flash";
import { housekeeper, type StartupNotice as Notice } from "../ipc/client";
import { shell } from "../messages/shell";

/** Says that the app's records were damaged and what took their place, until the person puts it away. */
export function StartupNotice() {
  const t = useText();
  const intl = useIntl();
  const flash = useFlash();

  useEffect(() => {
    const local = (at: string) => intl.formatDate(new Date(at), { dateStyle: "medium", timeStyle: "short" });
    const tell = ({ setAside, restoredFrom }: Notice) =>
      flash({
        id: "startup",
        type: "warning",
        header: t(shell.damagedTitle),
        content: [
          setAside ? t(shell.damagedKept, { file: setAside }) : t(shell.damagedGone),
          restoredFrom ? t(shell.damagedRestored, { time: local(restoredFrom) }) : t(shell.damagedAnew),
        ].join(" "),
        // Where that cannot be stored, the next start says it once more.
        onDismiss: () => void housekeeper.dismissStartupNotice().catch(() => {}),
      });
    void housekeeper.about().then(({ startupNotice }) => startupNotice && tell(startupNotice));
  }, [flash, intl, t]);
  return null;
}
