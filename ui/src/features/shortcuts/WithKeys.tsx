import type { ReactNode } from "react";
import { useText } from "../../common/text";
import { ariaOf, shownAs } from "./combos";
import { SHORTCUTS, type ShortcutId } from "./table";
import "./shortcuts.css";

/** What tells a screen reader the keys of a button; for `nativeButtonAttributes`. */
export function keysOf(id: ShortcutId): { "aria-keyshortcuts": string } {
  return { "aria-keyshortcuts": SHORTCUTS[id].keys.map((combo) => ariaOf(combo)).join(" ") };
}

/** A button, and under it the keys that do the same. They are no part of its name. */
export function WithKeys({ of, children }: { of: ShortcutId; children: ReactNode }) {
  return (
    <span className="with-keys">
      {children}
      <Keys of={of} />
    </span>
  );
}

/** The keys of a shortcut, as people read them. Screen readers are told by the button itself. */
export function Keys({ of }: { of: ShortcutId }) {
  const t = useText();
  return (
    <span className="keys" aria-hidden="true">
      {shownAs(t, SHORTCUTS[of].keys[0])}
    </span>
  );
}
