import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ConnectionRow, SessionRow } from "../ipc/client";
import { KEY, PRACTICE } from "../test/fake";
import { openWindow } from "../test/open";

afterEach(() => vi.useRealTimers());

const opened = () => screen.findByRole("heading", { name: /^Distributions/ });

async function open(part: Partial<ConnectionRow>, path = "/distributions") {
  const view = openWindow(path, {
    connections: () => [
      { ...PRACTICE, ...part },
      { ...KEY, colour: "red", production: true },
    ],
  });
  await opened();
  return view;
}

describe("the mark of the connection in use", () => {
  it("is a band in its colour across the window, and the word Production beside its name", async () => {
    const { container } = await open({ colour: "green", production: true });
    const band = container.querySelector<HTMLElement>("#top .connection-band");
    expect(band?.style.background).toBe("var(--hk-connection-green)");
    expect(
      screen.getByRole("button", { name: "Connection in use: Production · Practice account · 000000000000" }),
    ).toBeTruthy();
  });

  it("is not there where it has none", async () => {
    const { container } = await open({});
    expect(container.querySelector(".connection-band")).toBeNull();
    expect(screen.getByRole("button", { name: "Connection in use: Practice account · 000000000000" })).toBeTruthy();
  });

  it("stands in the menu beside each connection", async () => {
    await open({ colour: "green" });
    await userEvent.click(screen.getByRole("button", { name: /^Connection in use/ }));
    const [own, other] = await screen.findAllByRole("menuitem");
    const dot = (row: HTMLElement | undefined) => row?.querySelector<SVGElement>("circle")?.style.fill;
    expect(dot(own)).toBe("var(--hk-connection-green)");
    expect(within(own!).getByText("In use")).toBeTruthy();
    expect(dot(other)).toBe("var(--hk-connection-red)");
    expect(within(other!).getByText("Production")).toBeTruthy();
  });
});

describe("the session in use", () => {
  const ending = (minutes: number, renews = false): { session: SessionRow } => ({
    session: { kind: "until", expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(), renews },
  });

  it("says how long it lasts in its last hour, by the clock and without drawing the page anew", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await open(ending(59.5));
    const heading = await opened();
    expect(screen.getByRole("button", { name: /^60 min left/ })).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(48 * 60_000));
    expect(screen.getByRole("button", { name: /^12 min left/ })).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(12 * 60_000));
    expect(screen.getByRole("button", { name: /^Session over/ })).toBeTruthy();
    expect(await opened()).toBe(heading);
  });

  it.each([
    ["has more than an hour left", ending(61)],
    ["is renewed by itself", ending(12, true)],
    ["has no end", { session: { kind: "endless" } as const }],
  ])("says nothing where it %s", async (_, part) => {
    await open(part);
    expect(screen.queryByRole("button", { name: /min left|Session over|Sign in/ })).toBeNull();
  });

  it("offers to sign in where it asks for something", async () => {
    await open({ session: { kind: "asks", what: "mfaCode", connection: "practice", detail: "" } });
    // It opens by itself at first.
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await userEvent.click(screen.getByRole("button", { name: /^Sign in: Practice account needs a code/ }));
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });
});
