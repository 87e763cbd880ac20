import { useEffect, useRef } from "react";
import { onShortcut } from "./registry";
import type { ShortcutId } from "./table";

/** Does `act` for the shortcut while this is on screen; with nothing to do, whoever said so before is asked. */
export function useShortcut(id: ShortcutId, act: (() => void) | null, overModals = false): void {
  const latest = useRef(act);
  latest.current = act;
  const isOn = act !== null;
  useEffect(() => (isOn ? onShortcut(id, () => latest.current?.(), overModals) : undefined), [id, isOn, overModals]);
}
