import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { openWindow } from "../test/open";

const ABOUT = { version: "0.1.0", dataFolder: "/data", practiceSpeed: 1, startupProblem: null };
const FILE = "/data/damaged/2026-11-22T120000Z/housekeeper.db";

function start(notice: { setAside: string | null; restoredFrom: string | null } | null) {
  let dismissed = 0;
  openWindow("/distributions", {
    about: () => ({ ...ABOUT, startupNotice: notice && { at: "2026-11-22T12:00:00Z", ...notice } }),
    dismiss_startup_notice: () => {
      dismissed += 1;
      return null;
    },
  });
  return () => dismissed;
}

it("says where the damaged records are and from when the restored ones, until it is put away", async () => {
  const dismissed = start({ setAside: FILE, restoredFrom: "2026-11-21T12:00:00Z" });
  const notice = (await screen.findByText("The app’s records were damaged")).closest("li");
  expect(notice?.textContent).toContain(`The damaged file is kept at ${FILE}.`);
  expect(notice?.textContent).toContain("Nov 21, 2026");
  expect(notice?.textContent).toContain("does not go out by itself");
  expect(screen.getAllByText("The app’s records were damaged")).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  await waitFor(() => expect(dismissed()).toBe(1));
  await waitFor(() => expect(screen.queryByText("The app’s records were damaged")).toBeNull());
});

it("says where there was nothing to restore, or nothing to keep", async () => {
  start({ setAside: null, restoredFrom: null });
  const notice = (await screen.findByText("The app’s records were damaged")).closest("li");
  expect(notice?.textContent).toContain("gone or empty");
  expect(notice?.textContent).toContain("begin anew");
});

it("says nothing where nothing was wrong", async () => {
  start(null);
  await screen.findByRole("heading", { name: /Distributions/ });
  expect(screen.queryByText("The app’s records were damaged")).toBeNull();
});
