import { expect, it } from "vitest";
import { ariaOf, isPressed, type Pressed, shownAs } from "./combos";
import { SHORTCUT_IDS, SHORTCUTS, shortcutOf } from "./table";

const NO_OTHER = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, part: Partial<Pressed> = {}): Pressed => ({ key, code: "", ...NO_OTHER, ...part });
const text = (message: { defaultMessage?: unknown }) => String(message.defaultMessage);

it("is pressed with Ctrl, or Cmd on macOS, and with nothing else", () => {
  const search = { mod: true, key: "k" } as const;
  expect(isPressed(search, press("k", { ctrlKey: true }), false)).toBe(true);
  expect(isPressed(search, press("K", { ctrlKey: true }), false)).toBe(true);
  expect(isPressed(search, press("k", { metaKey: true }), true)).toBe(true);
  expect(isPressed(search, press("k", { ctrlKey: true }), true)).toBe(false);
  expect(isPressed(search, press("k"), false)).toBe(false);
  // AltGr is Ctrl and Alt together.
  expect(isPressed(search, press("k", { ctrlKey: true, altKey: true }), false)).toBe(false);
  expect(isPressed(search, press("k", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
});

it("is a sign however that is typed, and a letter's place on a keyboard of another script", () => {
  expect(isPressed({ key: "?" }, press("?", { shiftKey: true }), false)).toBe(true);
  expect(isPressed({ mod: true, key: "/" }, press("/", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(isPressed({ mod: true, key: "k" }, press("л", { ctrlKey: true, code: "KeyK" }), false)).toBe(true);
  // On a Latin keyboard of another order the letter counts, and not its place.
  expect(isPressed({ mod: true, key: "k" }, press("t", { ctrlKey: true, code: "KeyK" }), false)).toBe(false);
});

it("is written as WAI-ARIA has it, and as people read it", () => {
  expect(ariaOf({ mod: true, key: "enter" }, false)).toBe("Control+Enter");
  expect(ariaOf({ mod: true, key: "enter" }, true)).toBe("Meta+Enter");
  expect(ariaOf({ key: "f5" }, false)).toBe("F5");
  expect(shownAs(text, { mod: true, key: "enter" }, false)).toBe("Ctrl+Enter");
  expect(shownAs(text, { mod: true, key: "k" }, true)).toBe("⌘K");
  expect(shownAs(text, { mod: true, key: "enter" }, true)).toBe("⌘ Enter");
});

it("has no keys twice, and leaves the size of everything to the web view", () => {
  const all = SHORTCUT_IDS.flatMap((id) => SHORTCUTS[id].keys.map((combo) => ariaOf(combo)));
  expect(new Set(all).size).toBe(all.length);
  expect(shortcutOf(press("+", { ctrlKey: true }))).toBeNull();
  expect(shortcutOf(press("F5"))?.id).toBe("refresh");
});
