/** What jsdom lacks, and Cloudscape and CodeMirror ask for. */
import { clearMocks } from "@tauri-apps/api/mocks";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, vi } from "vitest";

// Conditions are waited for as long as a busy machine may need; none of them is a pause.
configure({ asyncUtilTimeout: 20_000 });

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal("ResizeObserver", NoObserver);
vi.stubGlobal("IntersectionObserver", NoObserver);
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

// jsdom reads files in the older way alone.
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise<ArrayBuffer>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};

afterEach(() => {
  cleanup();
  clearMocks();
  localStorage.clear();
});

// Cloudscape leaves the timers of its transitions behind, and they would draw into a window that has gone with its file.
const timers = new Set<ReturnType<typeof setTimeout>>();
const set = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((...call: Parameters<typeof set>) => {
  const timer = set(...call);
  timers.add(timer);
  return timer;
}, set);
afterAll(() => timers.forEach(clearTimeout));

// The size of the window as it is opened.
Object.assign(window, { innerWidth: 1280, innerHeight: 860 });
