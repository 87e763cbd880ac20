import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { QueuedRun } from "../../ipc/client";
import { queuedRow, queuedRun, queueOf, waitingRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";

const list = () => screen.findByRole("list", { name: "Queue" });
const names = async () =>
  within(await list())
    .getAllByRole("listitem")
    .map((row) => within(row).getByRole("link").textContent);

describe("the queue", () => {
  const RUNS = [
    queuedRun({ run: 1, submission: 11, name: "one" }),
    queuedRun({ run: 2, submission: 12, name: "two", items: 9_000, parts: 67, waiting: 64 }),
    queuedRun({ run: 3, submission: 13, name: "three", waits: { for: { kind: "decision" }, about: null } }),
  ];

  function show(move_in_queue: (args: { run: number; before: number | null }) => unknown, runs: QueuedRun[] = RUNS) {
    openWindow("/activity", { queue: () => queueOf(runs, { total: 53 }), move_in_queue });
  }

  it("lists what waits in its order, how much of it, for what, and how many more there are", async () => {
    show(() => null);
    expect(await names()).toEqual(["one", "two", "three"]);
    const rows = within(await list()).getAllByRole("listitem");
    expect(rows[1]!.textContent).toContain("9,000 items wait, in 64 of 67 parts");
    expect(rows[1]!.textContent).toContain("Waits for its turn");
    expect(within(rows[1]!).queryByRole("button", { name: "Send now" })).toBeNull();
    expect(within(rows[2]!).getByRole("button", { name: "Send now" })).toBeTruthy();
    expect(screen.getByText("50 more runs wait behind these.")).toBeTruthy();
  });

  it("is not there where nothing waits", async () => {
    openWindow("/activity");
    await screen.findByRole("button", { name: "Pause queue" });
    expect(screen.queryByRole("list", { name: "Queue" })).toBeNull();
  });

  /** Takes hold of the first run, moves it down by one, and lets go. */
  async function moveFirstDown() {
    const handle = within(await list()).getAllByRole("button", { name: /^Move/ })[0]!;
    handle.focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard("{ArrowDown}");
    await userEvent.keyboard("{Enter}");
  }

  it("is put in another order with the keyboard, which is shown at once", async () => {
    const moves: unknown[] = [];
    let done: (value: null) => void = () => {};
    show((move) => {
      moves.push(move);
      return new Promise<null>((resolve) => (done = resolve));
    });
    await moveFirstDown();
    await waitFor(async () => expect(await names()).toEqual(["two", "one", "three"]));
    await waitFor(() => expect(moves).toEqual([{ run: 2, before: 1 }]));
    done(null);
  });

  it("is as it was where that fails, and says so", async () => {
    show(() => {
      throw wireError({ code: "records", detail: "the disk is full" });
    });
    await moveFirstDown();
    expect(await screen.findByText("The order was not changed")).toBeTruthy();
    expect(await names()).toEqual(["one", "two", "three"]);
  });

  it("is paused and resumed", async () => {
    let paused = false;
    const set = (to: boolean) => () => {
      paused = to;
      return null;
    };
    openWindow("/activity", {
      queue: () => queueOf([], { paused }),
      pause_queue: set(true),
      resume_queue: set(false),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Pause queue" }));
    const resume = await screen.findByRole("button", { name: "Resume queue" });
    expect(screen.getByText("The queue is paused: nothing is sent until you resume it")).toBeTruthy();
    await userEvent.click(resume);
    expect(await screen.findByRole("button", { name: "Pause queue" })).toBeTruthy();
    expect(screen.queryByText(/The queue is paused/)).toBeNull();
  });

  it("is read anew when the Rust side says that it changed", async () => {
    let runs = [RUNS[0]!];
    openWindow("/activity", { queue: () => queueOf(runs) });
    expect(await names()).toEqual(["one"]);
    runs = [RUNS[1]!];
    await tell({ kind: "queue" });
    await waitFor(async () => expect(await names()).toEqual(["two"]));
  });
});

describe("the table", () => {
  it("offers what can be done in each state, and says which part of a run it is", async () => {
    const rows = [
      waitingRow(5, { id: 1, name: "counting" }),
      queuedRow({ for: { kind: "network" }, about: null }, { id: 2, name: "network", part: 3, parts: 67 }),
      queuedRow({ for: { kind: "pace" }, about: null }, { id: 3, name: "pace" }),
    ];
    openWindow("/activity", { activity: () => ({ total: 3, rows }) });
    const row = async (name: string) => (await screen.findByRole("link", { name })).closest("tr")!;
    const buttons = async (name: string) =>
      within(await row(name))
        .getAllByRole("button")
        .map(({ textContent }) => textContent);
    expect(await buttons("counting")).toEqual(["Undo", "Send now"]);
    expect(await buttons("network")).toEqual(["Undo", "Retry"]);
    expect(await buttons("pace")).toEqual(["Undo"]);
    expect((await row("counting")).textContent).toMatch(/Sent in \d s|Sent any moment/);
    expect((await row("network")).textContent).toContain("Part 3 of 67");
    expect((await row("network")).textContent).toContain("It is tried again by itself.");
  });

  it("says where it is too late to take something back", async () => {
    openWindow("/activity", {
      activity: () => ({ total: 1, rows: [waitingRow(0)] }),
      undo: () => {
        throw wireError({ code: "invalid", detail: "it was sent already" });
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText("It is too late to take this back")).toBeTruthy();
  });
});
