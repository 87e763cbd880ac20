import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useText } from "../common/text";
import { useFlash, useRemoveFlash } from "../features/flash/Flash";
import { Diagnostics } from "../features/support/SaveDiagnostics";
import { type CrashReport, housekeeper } from "../ipc/client";
import { support as text } from "../messages/support";

const Report = lazy(() =>
  import("../features/support/CrashReportModal").then((module) => ({ default: module.CrashReportModal })),
);

const NOTICE = "crash";

/** Says that an earlier run ended in a crash, and offers its report, until the person puts it away. */
export function CrashNotice() {
  const t = useText();
  const flash = useFlash();
  const removeFlash = useRemoveFlash();
  const [report, setReport] = useState<CrashReport | null>(null);
  const [open, setOpen] = useState<"report" | "diagnostics" | null>(null);
  const look = useRef<ButtonProps.Ref>(null);
  // Where that cannot be stored, the next start says it once more.
  const dismiss = useCallback(() => void housekeeper.dismissCrashReport().catch(() => {}), []);

  useEffect(() => {
    const tell = (found: CrashReport) => {
      setReport(found);
      flash({
        id: NOTICE,
        type: "warning",
        header: t(text.crashTitle),
        content: t(text.crashText),
        action: (
          <Button ref={look} onClick={() => setOpen("report")}>
            {t(text.look)}
          </Button>
        ),
        stays: true,
        onDismiss: dismiss,
      });
    };
    void housekeeper.about().then(({ crashReport }) => crashReport && tell(crashReport));
  }, [flash, dismiss, t]);

  function putAway() {
    dismiss();
    removeFlash(NOTICE);
    setOpen(null);
    // The button that opened it has gone with its notice: the keyboard goes to the page.
    setTimeout(() => focusHeading());
  }

  function close() {
    setOpen(null);
    // From the second of the two the keyboard would otherwise go back to the first, which has gone.
    setTimeout(() => look.current?.focus());
  }

  if (open === "diagnostics") return <Diagnostics onClose={close} />;
  if (open === null || !report) return null;
  return (
    <Suspense fallback={null}>
      <Report report={report} onClose={close} onDiagnostics={() => setOpen("diagnostics")} onDismiss={putAway} />
    </Suspense>
  );
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
