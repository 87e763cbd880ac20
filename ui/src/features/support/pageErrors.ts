import { HousekeeperError, housekeeper } from "../../ipc/client";

/** What is noted of a page that failed. */
type PageError = { message: string; stack: string };

/** As many are noted in a minute; what fails at every turn would otherwise fill the log. */
const MOST_A_MINUTE = 5;
const MINUTE = 60_000;
/** As many are remembered, so that the same one is noted once. */
const MOST_REMEMBERED = 200;
/** A longer message or stack says no more, in characters. */
const LONGEST = { message: 1_000, stack: 8_000 };

/**
 * Makes the function that notes in the log what a page threw: the same once, a few in a minute, and never failing itself.
 * `report` hands it on, and `now` is the time in milliseconds.
 */
export function pageErrorNoter(
  report: (message: string, stack: string) => Promise<unknown>,
  now: () => number = Date.now,
): (thrown: unknown) => void {
  const noted = new Set<string>();
  let times: number[] = [];
  return (thrown) => {
    try {
      const { message, stack } = said(thrown);
      const same = `${message}\n${stack}`;
      const at = now();
      times = times.filter((time) => at - time < MINUTE);
      if (noted.has(same) || times.length >= MOST_A_MINUTE) return;
      if (noted.size >= MOST_REMEMBERED) noted.clear();
      noted.add(same);
      times.push(at);
      // With nobody to take it there is nothing to be done, least of all another such failure.
      report(message, stack).catch(() => {});
    } catch {
      // What cannot even be looked at cannot be noted.
    }
  };
}

/** What is said of whatever was thrown. */
function said(thrown: unknown): PageError {
  if (thrown instanceof HousekeeperError) {
    // Its own words may name what is the person's; the code says which failure it was.
    return { message: `${thrown.name}: ${thrown.code}`, stack: "" };
  }
  const { message, stack } =
    thrown instanceof Error
      ? { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? "" }
      : { message: String(thrown), stack: "" };
  return { message: message.slice(0, LONGEST.message), stack: stack.slice(0, LONGEST.stack) };
}

/** Notes in the log what a page threw. */
export const notePageError = pageErrorNoter((message, stack) => housekeeper.reportPageError(message, stack));

/**
 * How a browser says that a size changed while it told of sizes: it tells the rest with the next frame, and nothing has
 * failed (W3C Resize Observer, "Deliver Resize Loop Error notification").
 */
const SIZES_LATER = /^ResizeObserver loop/;

/** Has whatever is thrown in the window and caught by nobody noted. Returns the function that ends it. */
export function installPageErrors(note: (thrown: unknown) => void = notePageError): () => void {
  const onError = ({ error, message }: ErrorEvent) => {
    if (!SIZES_LATER.test(message)) note(error ?? message);
  };
  const onRejection = ({ reason }: PromiseRejectionEvent) => note(reason);
  window.addEventListener("error", onError);
  window.addEventListener("unhandledrejection", onRejection);
  return () => {
    window.removeEventListener("error", onError);
    window.removeEventListener("unhandledrejection", onRejection);
  };
}
