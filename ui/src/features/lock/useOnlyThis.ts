import { type RefObject, useEffect } from "react";

/**
 * Leaves nothing of the window to the keyboard, the mouse or a screen reader but one element of the body, and brings
 * the keyboard back to where it was. Whatever opens meanwhile is shut away, too.
 */
export function useOnlyThis(only: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const shut = new Set<Element>();
    const shutAway = () => {
      for (const child of document.body.children) {
        if (child === only.current || child.hasAttribute("inert")) continue;
        child.setAttribute("inert", "");
        shut.add(child);
      }
    };
    shutAway();
    const watch = new MutationObserver(shutAway);
    watch.observe(document.body, { childList: true });
    return () => {
      watch.disconnect();
      for (const child of shut) child.removeAttribute("inert");
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [only]);
}
