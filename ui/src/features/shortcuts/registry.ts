/** Who does what a shortcut asks for: whatever is on screen says so, and the one that came last is asked. */
import type { ShortcutId } from "./table";

type Doer = { act: () => void; overModals: boolean };

const doers = new Map<ShortcutId, Doer[]>();

/** Lets `act` do what the shortcut asks for, before whoever said so earlier. Returns the function that ends it. */
export function onShortcut(id: ShortcutId, act: () => void, overModals = false): () => void {
  const doer = { act, overModals };
  doers.set(id, [...(doers.get(id) ?? []), doer]);
  return () => {
    doers.set(
      id,
      (doers.get(id) ?? []).filter((other) => other !== doer),
    );
  };
}

/** Does what the shortcut asks for, as its keys would. Returns whether there was anybody to do it. */
export function doShortcut(id: ShortcutId, isModalOpen = false): boolean {
  const doer = doers.get(id)?.at(-1);
  if (!doer || (isModalOpen && !doer.overModals)) return false;
  doer.act();
  return true;
}
