import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import { lazy, Suspense, useState } from "react";
import { useText } from "../../common/text";
import { support as text } from "../../messages/support";

// It is seldom wanted, so the first page does not wait for it.
const Modal = lazy(() => import("./DiagnosticsModal").then((module) => ({ default: module.DiagnosticsModal })));

/** What Save diagnostics opens, loaded when it is first wanted. */
export function Diagnostics({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <Modal onClose={onClose} />
    </Suspense>
  );
}

/** The button Save diagnostics, with what it opens. It asks nothing of what is around it, so it works on a broken page. */
export function SaveDiagnostics({ variant = "normal" }: { variant?: ButtonProps.Variant }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {t(text.save)}
      </Button>
      {isOpen && <Diagnostics onClose={() => setOpen(false)} />}
    </>
  );
}
