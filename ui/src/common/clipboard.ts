/**
 * Lets Cloudscape's copy buttons work in every web view.
 *
 * They know `navigator.clipboard` alone, which WebKitGTK refuses in some settings (and has not at all outside a secure
 * context). Where it fails, the older way through a selected text area still works.
 */
export function installClipboard(): void {
  const own = navigator.clipboard as Clipboard | undefined;
  const native = own?.writeText?.bind(own);
  async function writeText(text: string): Promise<void> {
    try {
      if (native) return await native(text);
    } catch {
      // Refused: the other way below.
    }
    if (!copyBySelection(text)) throw new DOMException("Copying is not possible here", "NotAllowedError");
  }
  if (own) Object.defineProperty(own, "writeText", { configurable: true, value: writeText });
  else Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
}

/** Copies through a text area that nobody sees. Whether it worked. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.focus({ preventScroll: true });
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
