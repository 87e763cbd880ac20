/** Keys that are pressed together: which they are, whether an event is them, and how they are written. */
import type { Text } from "../../common/text";
import { shortcuts as text } from "../../messages/shortcuts";

/** Keys that are pressed together. */
export type Combo = {
  /** What the key gives, in small letters, as `KeyboardEvent.key` names it. */
  key: string;
  /** With Ctrl, which on macOS is Cmd. */
  mod?: true;
};

/** Whether this computer's keyboard has Cmd in place of Ctrl. */
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** What of a key event tells which keys were pressed. */
export type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether these keys were pressed, and no others with them. */
export function isPressed({ key, mod }: Combo, event: Pressed, isMac = IS_MAC): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const [own, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (own !== (mod === true) || other || altKey) return false;
  // A sign may need Shift to be typed at all; beside a letter or a named key it makes another shortcut.
  if (shiftKey && (key.length > 1 || isLetter(key))) return false;
  return keyOf(event) === key;
}

/** The key in small letters; on a keyboard of another script, the Latin letter at its place. */
function keyOf({ key, code }: Pressed): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isLatin = key.length !== 1 || key.charCodeAt(0) < 128;
  return (isLatin || !letter ? key : letter).toLowerCase();
}

function isLetter(key: string): boolean {
  return key.length === 1 && key >= "a" && key <= "z";
}

/** As `aria-keyshortcuts` has it, with the names of WAI-ARIA. */
export function ariaOf({ key, mod }: Combo, isMac = IS_MAC): string {
  return [mod && (isMac ? "meta" : "control"), key]
    .filter(Boolean)
    .map((part) => capital(String(part)))
    .join("+");
}

/** As people read it. */
export function shownAs(t: Text, { key, mod }: Combo, isMac = IS_MAC): string {
  const name = key === "enter" ? t(text.enter) : capital(key);
  if (!mod) return name;
  return isMac ? `⌘${name.length > 1 ? " " : ""}${name}` : `${t(text.ctrl)}+${name}`;
}

function capital(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}
