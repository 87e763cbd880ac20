import { useEffect } from "react";
import { doShortcut } from "./registry";
import { shortcutOf } from "./table";

/** Listens to the keys of the whole window, once. */
export function Shortcuts() {
  useEffect(() => {
    // Before the page, in which an editor has keys of its own.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
  return null;
}

function onKeyDown(event: KeyboardEvent): void {
  // Shift makes the web view read everything anew, past what it has kept.
  const found = shortcutOf(event) ?? (event.shiftKey ? shortcutOf(withoutShift(event)) : null);
  if (!found) return;
  const { id, combo } = found;
  // The window is never loaded anew by these keys, whatever is open in it: what is typed would be gone.
  if (id === "refresh") event.preventDefault();
  else if (event.shiftKey && combo.key !== "?" && combo.key !== "/") return;
  if (event.repeat || event.isComposing) return;
  // A sign alone is text wherever text is typed.
  if (!combo.mod && combo.key.length === 1 && isTyping(event.target)) return;
  if (!doShortcut(id, isModalOpen())) return;
  event.preventDefault();
  event.stopPropagation();
}

function withoutShift({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, code, ctrlKey, metaKey, altKey, shiftKey: false };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable='true']") !== null;
}

/** Whether something waits for an answer before the page. What a page opens within itself, such as a popover, does not. */
export function isModalOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"]')];
  return dialogs.some((dialog) => dialog.closest("main, header") === null);
}
