import { type RefObject, useEffect, useRef } from "react";
import { useText } from "../common/text";
import { shownAs } from "../features/shortcuts/combos";
import { SHORTCUTS } from "../features/shortcuts/table";
import { keysOf } from "../features/shortcuts/WithKeys";

/**
 * Notes the keys of the search at its button in the top bar, for screen readers and for the eye. Cloudscape's bar takes
 * its buttons as descriptions, which have no place for that.
 */
export function useSearchKeys(name: string): RefObject<HTMLDivElement | null> {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  const keys = shownAs(t, SHORTCUTS.search.keys[0]);
  // The bar may have drawn its buttons anew.
  useEffect(() => {
    const button = bar.current?.querySelector(`header [aria-label="${name}"]`);
    button?.setAttribute("aria-keyshortcuts", keysOf("search")["aria-keyshortcuts"]);
    button?.setAttribute("data-keys", keys);
  });
  return bar;
}
