import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Answers, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";

const locked = () => screen.findByRole("dialog", { name: "Locked" });
const unlock = () => screen.getByRole("button", { name: "Unlock" });

/** The Rust side, which locks and unlocks. */
function side(more: Answers = {}) {
  let isLocked = false;
  let reads = 0;
  let signs = 0;
  const view = openWindow("/distributions", {
    distributions: () => {
      reads += 1;
      return { total: 0, matching: 0, rows: [], listingError: null };
    },
    locked: () => isLocked,
    lock: () => {
      isLocked = true;
      return null;
    },
    unlock: () => {
      isLocked = false;
      return null;
    },
    still_here: () => {
      signs += 1;
      return null;
    },
    ...more,
  });
  async function lock() {
    isLocked = true;
    await tell({ kind: "locked" });
  }
  return { view, lock, reads: () => reads, signs: () => signs };
}

const opened = () => screen.findByRole("heading", { name: /^Distributions/ });

afterEach(() => vi.useRealTimers());

describe("a locked window", () => {
  it("says why, and leaves nothing of the page to the keyboard or a screen reader until it is unlocked", async () => {
    const { view, lock, reads } = side();
    await opened();
    const link = screen.getByRole("link", { name: "Settings" });
    link.focus();
    await lock();
    expect((await locked()).textContent).toContain("has let go of the keys it held in memory");
    expect(view.container.hasAttribute("inert")).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(unlock()));
    // What opens meanwhile, too.
    const late = document.body.appendChild(document.createElement("div"));
    await waitFor(() => expect(late.hasAttribute("inert")).toBe(true));

    const before = reads();
    await userEvent.click(unlock());
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "Locked" })).toBeNull());
    expect(view.container.hasAttribute("inert")).toBe(false);
    expect(late.hasAttribute("inert")).toBe(false);
    expect(document.activeElement).toBe(link);
    await waitFor(() => expect(reads()).toBeGreaterThan(before));
    late.remove();
  });

  it("cannot be put away", async () => {
    const { lock } = side();
    await opened();
    await lock();
    const screenOf = await locked();
    await userEvent.keyboard("{Escape}");
    expect(await locked()).toBe(screenOf);
    expect(screen.getAllByRole("button").filter((button) => screenOf.contains(button))).toEqual([unlock()]);
  });

  it("stays locked and says why where it cannot be unlocked", async () => {
    const { lock } = side({
      unlock: () => {
        throw wireError({ code: "keychainUnavailable", detail: "no keyring" });
      },
    });
    await opened();
    await lock();
    await locked();
    await userEvent.click(unlock());
    expect(await screen.findByText("The computer’s keychain cannot be reached")).toBeTruthy();
    expect(await locked()).toBeTruthy();
  });

  it("is locked at once by the menu", async () => {
    side();
    await opened();
    await userEvent.click(screen.getByRole("button", { name: /^Connection in use: Practice account/ }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Lock now" }));
    expect(await locked()).toBeTruthy();
  });
});

describe("whoever uses the window", () => {
  it("is told of at most every twenty seconds, and not while it is locked", async () => {
    const { lock, signs } = side();
    await opened();
    vi.useFakeTimers({ toFake: ["Date"] });
    fireEvent.pointerMove(document.body);
    fireEvent.keyDown(document.body, { key: "a" });
    fireEvent.wheel(document.body);
    expect(signs()).toBe(1);
    vi.setSystemTime(Date.now() + 19_999);
    fireEvent.pointerDown(document.body);
    expect(signs()).toBe(1);
    vi.setSystemTime(Date.now() + 1);
    fireEvent.wheel(document.body);
    expect(signs()).toBe(2);
    await lock();
    await locked();
    vi.setSystemTime(Date.now() + 60_000);
    fireEvent.pointerMove(document.body);
    expect(signs()).toBe(2);
  });
});
