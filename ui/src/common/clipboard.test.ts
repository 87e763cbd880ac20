import { afterEach, expect, it, vi } from "vitest";
import { installClipboard } from "./clipboard";

const copied: string[] = [];

function withSelectionCopy(works: boolean) {
  copied.length = 0;
  document.execCommand = vi.fn(() => {
    copied.push((document.activeElement as HTMLTextAreaElement).value);
    return works;
  });
}

afterEach(() => Reflect.deleteProperty(navigator, "clipboard"));

it("copies by selection where the web view has no clipboard", async () => {
  withSelectionCopy(true);
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  installClipboard();
  await navigator.clipboard.writeText("/a\n/b");
  expect(copied).toEqual(["/a\n/b"]);
  expect(document.querySelector("textarea")).toBeNull();
});

it("copies by selection where the clipboard refuses", async () => {
  withSelectionCopy(true);
  const writeText = vi.fn(() => Promise.reject(new Error("NotAllowedError")));
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  installClipboard();
  await navigator.clipboard.writeText("/a");
  expect(writeText).toHaveBeenCalledOnce();
  expect(copied).toEqual(["/a"]);
});

it("says so where neither works", async () => {
  withSelectionCopy(false);
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  installClipboard();
  await expect(navigator.clipboard.writeText("/a")).rejects.toThrow();
});
