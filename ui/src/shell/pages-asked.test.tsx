import { emit } from "@tauri-apps/api/event";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { submissionRow } from "../test/fake";
import { openWindow } from "../test/open";
import { tell } from "../test/rust-side";
import { isPage } from "./PagesAsked";
import { routes } from "./routes";

const ask = (address: string) => act(() => emit("page-asked", { address }));
const opened = () => screen.findByRole("heading", { name: /^Distributions/ });

it.each(["/activity", "/activity/12", "/distributions/E1", "/tenants/dt_1/create?run=3", "/settings?diagnostics"])(
  "takes %s for a page of the window",
  (address) => expect(isPage(routes, address)).toBe(true),
);

it.each([
  "",
  "/",
  "activity",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/activity",
  "/nowhere",
  "/activity/1/2",
])("does not take %s for one", (address) => expect(isPage(routes, address)).toBe(false));

it("opens the page that is asked for, and nothing else", async () => {
  openWindow("/distributions");
  await opened();
  await ask("https://evil.example/");
  expect(window.location.hash).toBe("#/distributions");
  await ask("/activity/7");
  await waitFor(() => expect(window.location.hash).toBe("#/activity/7"));
});

it("opens it after unlocking where the window is locked", async () => {
  let isLocked = false;
  openWindow("/distributions", {
    locked: () => isLocked,
    unlock: () => {
      isLocked = false;
      return null;
    },
  });
  await opened();
  isLocked = true;
  await tell({ kind: "locked" });
  await screen.findByRole("dialog", { name: "Locked" });
  await ask("/activity/7");
  expect(window.location.hash).toBe("#/distributions");
  await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
  await waitFor(() => expect(window.location.hash).toBe("#/activity/7"));
});

it.each([
  [1, "/activity/7"],
  [3, "/activity"],
])("notifies of a run of %i parts with the page %s", async (submissions, address) => {
  const opens: string[] = [];
  openWindow("/distributions", {
    activity: () => ({ total: 1, rows: [submissionRow({ id: 7, run: 5 })] }),
    notify: (notice: { opens: string }) => {
      opens.push(notice.opens);
      return null;
    },
  });
  await opened();
  const target = { kind: "distribution", id: "E1" };
  const counts = { items: 3, completed: submissions, accepted: 0, refused: 0, withdrawn: 0 };
  await tell({ kind: "runEnded", run: 5, name: "sale", target, targetName: null, submissions, ...counts });
  await waitFor(() => expect(opens).toEqual([address]));
});
