import type { MessageDescriptor } from "react-intl";
import { shortcuts as text } from "../../messages/shortcuts";
import { type Combo, isPressed, type Pressed } from "./combos";

/** What one can do by keys alone. */
export type ShortcutId =
  | "search"
  | "create"
  | "send"
  | "refresh"
  | "help"
  | "shortcuts"
  | "zoomIn"
  | "zoomOut"
  | "zoomBack";

/** A shortcut: its keys, of which the first are those shown beside a button, what it does, and where. */
export type Shortcut = { keys: readonly [Combo, ...Combo[]]; does: MessageDescriptor; where: MessageDescriptor };

/** Every shortcut of the window, in the order in which they are listed. */
export const SHORTCUTS: Record<ShortcutId, Shortcut> = {
  search: { keys: [{ mod: true, key: "k" }], does: text.search, where: text.everywhere },
  create: { keys: [{ mod: true, key: "n" }], does: text.create, where: text.whereCreate },
  send: { keys: [{ mod: true, key: "enter" }], does: text.send, where: text.whereSend },
  refresh: { keys: [{ mod: true, key: "r" }, { key: "f5" }], does: text.refresh, where: text.everywhere },
  help: { keys: [{ key: "f1" }, { key: "?" }], does: text.help, where: text.everywhere },
  shortcuts: { keys: [{ mod: true, key: "/" }], does: text.shortcuts, where: text.everywhere },
  zoomIn: { keys: [{ mod: true, key: "+" }], does: text.zoomIn, where: text.everywhere },
  zoomOut: { keys: [{ mod: true, key: "-" }], does: text.zoomOut, where: text.everywhere },
  zoomBack: { keys: [{ mod: true, key: "0" }], does: text.zoomBack, where: text.everywhere },
};

/** All ids, in the order of the table. */
export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[];

/** What the web view does by itself; it is listed, and otherwise left to it. */
const OF_THE_VIEW: ReadonlySet<ShortcutId> = new Set<ShortcutId>(["zoomIn", "zoomOut", "zoomBack"]);

/** The shortcut whose keys were pressed, with the keys themselves; none where the web view sees to it. */
export function shortcutOf(event: Pressed): { id: ShortcutId; combo: Combo } | null {
  for (const id of SHORTCUT_IDS) {
    const combo = SHORTCUTS[id].keys.find((keys) => isPressed(keys, event));
    if (combo && !OF_THE_VIEW.has(id)) return { id, combo };
  }
  return null;
}
