import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { ConnectionRow, WeeklyRepeats } from "../ipc/client";
import { KEY, PRACTICE, wireError } from "../test/fake";
import { openWindow } from "../test/open";
import { tell } from "../test/rust-side";

const DAY = 24 * 60 * 60 * 1_000;
const STAMP = "weekly.000000000000";
const REPEATS: WeeklyRepeats = {
  since: "2026-11-15T10:15:30Z",
  repeats: [
    { target: { kind: "tenant", id: "dt_1" }, name: "Bakery", path: "/menu", times: 9 },
    { target: { kind: "distribution", id: "E1" }, name: null, path: "/news", times: 4 },
  ],
  paths: 2,
  items: 13,
};

/** Opens the window of a week; counts what was asked through which connection. */
function start(answer: WeeklyRepeats | (() => never) = REPEATS, answers = {}) {
  const asked: string[] = [];
  const view = openWindow("/distributions", {
    weekly_repeats: ({ connection }: { connection: string }) => {
      asked.push(connection);
      return typeof answer === "function" ? answer() : answer;
    },
    ...answers,
  });
  return { asked, view };
}

const TEXT = "In the last seven days 2 paths were cleared four times or oftener: 13 items. There may be a way without.";
const notice = () => screen.findByText(TEXT);
const noNotice = () => expect(screen.queryByText(TEXT)).toBeNull();
const opened = () => screen.findByRole("heading", { name: /^Distributions/ });

it("says what was cleared again and again, with the way to the alternatives of the first and to the costs", async () => {
  const { asked } = start();
  await notice();
  expect(screen.getByRole("link", { name: "See the costs" }).getAttribute("href")).toBe("#/costs");
  await userEvent.click(screen.getByRole("link", { name: "See the alternatives" }));
  await waitFor(() => expect(window.location.hash).toBe("#/tenants/dt_1/alternatives"));
  expect(asked).toEqual(["practice"]);
});

it("is said once a week for an account, and asked for once while the window is open", async () => {
  const first = start();
  await notice();
  await tell({ kind: "everything" });
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  await waitFor(noNotice);
  expect(first.asked).toEqual(["practice"]);
  first.view.unmount();

  const second = start();
  await opened();
  await waitFor(() => expect(Number(localStorage.getItem(STAMP))).toBeGreaterThan(0));
  expect(second.asked).toEqual([]);
  noNotice();
  second.view.unmount();

  localStorage.setItem(STAMP, String(Date.now() - 7 * DAY));
  start();
  await notice();
});

it("is not held back by a stamp of a clock that was wrong", async () => {
  localStorage.setItem(STAMP, String(Date.now() + 300 * DAY));
  start();
  await notice();
});

it("says nothing of a quiet week, nor where it could not be read, and asks at the next start", async () => {
  for (const answer of [
    { ...REPEATS, repeats: [], paths: 0, items: 0 },
    () => {
      throw wireError({ code: "records" });
    },
  ]) {
    const { asked, view } = start(answer);
    await opened();
    await waitFor(() => expect(asked).toEqual(["practice"]));
    expect(localStorage.getItem(STAMP)).toBeNull();
    expect(screen.queryByRole("link", { name: "See the costs" })).toBeNull();
    view.unmount();
  }
});

it("waits while the window is locked", async () => {
  let locked = true;
  const { asked } = start(REPEATS, { locked: () => locked });
  await screen.findByRole("dialog", { name: "Locked" });
  expect(asked).toEqual([]);
  noNotice();
  locked = false;
  await tell({ kind: "locked" });
  await notice();
});

it("goes with its connection, and is there again with it unless it was put away", async () => {
  let inUse = PRACTICE.id;
  const connections = (): ConnectionRow[] => [PRACTICE, KEY].map((one) => ({ ...one, inUse: one.id === inUse }));
  const { asked } = start(REPEATS, { connections });
  const use = async (id: string) => {
    inUse = id;
    await tell({ kind: "connections" });
  };
  await notice();
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  await use(KEY.id);
  await notice();
  expect(screen.getAllByText(TEXT)).toHaveLength(1);
  await use(PRACTICE.id);
  await waitFor(noNotice);
  await use(KEY.id);
  await notice();
  expect(asked).toEqual(["practice", "c2"]);
});
