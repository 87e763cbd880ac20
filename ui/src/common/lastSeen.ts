/**
 * The first page as it was last seen, shown while the window's program is still being read.
 *
 * It is what the browser made of the page, put back before anything else: rows can be read, and their links followed,
 * since those are addresses that the page opens with. Whatever else is clicked is clicked in the real page once it is
 * there, which lies ready and out of sight beneath, and takes its place in one step.
 */

/** Where it is kept. */
const KEY = "last-seen";

/** How long the real page may take to say that it is ready, in milliseconds; then it is shown as it is. */
const PATIENCE = 3000;

/** The address at which the window opens. */
const HOME = "#/distributions";

/** What is kept: of which records, for a window of which width, and the page itself. */
type Kept = { place: string; width: number; body: string; page: string };

declare global {
  interface Window {
    /** Set before any script: the records that the window is opened on, and whether they are made at this start. */
    housekeeperRecords?: { place: string; areNew: boolean };
  }
}

const ID = "last-seen";
const BENEATH = "visibility: hidden; position: absolute; inset: 0; overflow: hidden";
const root = () => document.getElementById("root");

/** What was clicked in what is no more than a picture. */
let clicked: Element | null = null;

/** Puts the page back as it was last seen; `false` where there is none that fits. */
export function showLastSeen(): boolean {
  const real = root();
  const kept = read();
  if (!real || !kept || (location.hash !== "" && location.hash !== HOME)) return false;
  const seen = document.createElement("div");
  seen.id = ID;
  seen.ariaBusy = "true";
  seen.innerHTML = kept.page;
  for (const field of seen.querySelectorAll("input")) field.readOnly = true;
  seen.addEventListener("click", remember);
  document.body.className = kept.body;
  // In its place, and not over it: texts in a layer of their own are painted otherwise. The real one is laid out all the
  // same, so that it need not be when it is shown.
  real.before(seen);
  real.style.cssText = BENEATH;
  return true;
}

/** The real page is there: it is shown in place of the picture, with what was clicked meanwhile. */
export function giveWay(): void {
  const seen = document.getElementById(ID);
  const real = root();
  if (!seen || !real) return;
  const path = clicked && pathTo(clicked, seen);
  seen.remove();
  real.style.cssText = "";
  const same = path && at(real, path);
  // Only what is the same still: rows may have changed places.
  if (clicked && same instanceof HTMLElement && same.outerHTML === clicked.outerHTML) same.click();
  clicked = null;
}

/** Shows the real page after a while, whatever it shows. */
export function giveWayAtLast(): void {
  setTimeout(giveWay, PATIENCE);
}

/** Keeps the page as it is for the next start. */
export function keepAsSeen(): void {
  const place = window.housekeeperRecords?.place;
  const page = root()?.innerHTML;
  if (!place || !page || document.getElementById(ID) || location.hash !== HOME) return;
  const kept: Kept = { place, width: window.innerWidth, body: document.body.className, page };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // The next start then shows nothing before its time.
  }
}

function read(): Kept | null {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const { place, areNew = true } = window.housekeeperRecords ?? {};
    return kept?.place === place && !areNew && kept?.width === window.innerWidth ? kept : null;
  } catch {
    return null;
  }
}

function remember(event: Event): void {
  const target = event.target instanceof Element ? event.target.closest("a, button, input, label") : null;
  // A link within the window is followed by the browser itself.
  if (target?.getAttribute("href")?.startsWith("#/")) return;
  event.preventDefault();
  clicked = target;
}

/** Where an element stands in another: which child of which. */
function pathTo(element: Element, top: Element): number[] {
  const path: number[] = [];
  for (let at = element; at !== top && at.parentElement; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path;
}

function at(top: Element, path: number[]): Element | null {
  return path.reduce<Element | null>((found, place) => found?.children[place] ?? null, top);
}
