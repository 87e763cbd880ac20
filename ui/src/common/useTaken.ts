import { type RefObject, useCallback, useEffect } from "react";
import { type Change, isLarge, withChange } from "./lines";

/**
 * Keeps from a text area what is pasted or dropped into it where that makes its text large, and gives it to
 * `onTaken`, with the text before. The result is for the paste: it says whether it was taken.
 */
export function useTaken(
  area: RefObject<HTMLTextAreaElement | null>,
  onTaken: (before: string, change: Change) => void,
): (inserted: string | undefined) => boolean {
  const take = useCallback(
    (inserted: string | undefined) => {
      const field = area.current;
      if (!field || !inserted || field.readOnly) return false;
      const change = { from: field.selectionStart, to: field.selectionEnd, insert: inserted.replace(/\r\n?/g, "\n") };
      if (!isLarge(withChange(field.value, change))) return false;
      onTaken(field.value, change);
      return true;
    },
    [area, onTaken],
  );
  useEffect(() => {
    const field = area.current;
    // React's own event of this name is another one. What is dropped is not in the text yet, but its place is known.
    const before = (event: InputEvent) => {
      if (event.inputType !== "insertFromDrop") return;
      if (take(event.data ?? event.dataTransfer?.getData("text/plain"))) event.preventDefault();
    };
    field?.addEventListener("beforeinput", before);
    return () => field?.removeEventListener("beforeinput", before);
  }, [area, take]);
  return take;
}
