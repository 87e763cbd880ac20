import type { AppLayoutProps } from "@cloudscape-design/components/app-layout";
import { type RefObject, useEffect, useRef } from "react";
import { useShortcut } from "../features/shortcuts/useShortcut";

/** Opens and closes the help by its key: the keyboard goes into it, and back to where it was. */
export function useHelpByKey(
  frame: RefObject<AppLayoutProps.Ref | null>,
  isOpen: boolean,
  setOpen: (open: boolean) => void,
): void {
  const before = useRef<Element | null>(null);
  useShortcut("help", () => {
    before.current = isOpen ? before.current : document.activeElement;
    setOpen(!isOpen);
  });
  useEffect(() => {
    if (before.current === null) return;
    if (isOpen) {
      const timer = setTimeout(() => frame.current?.focusToolsClose());
      return () => clearTimeout(timer);
    }
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    before.current = null;
  }, [frame, isOpen]);
}
