import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { PolicyView } from "../../ipc/client";
import { KEY, PRACTICE } from "../../test/fake";
import { NO_POLICY } from "../../test/fake-costs";
import { openWindow } from "../../test/open";

const FILE = "/etc/housekeeper/policy.toml";
const IN_FORCE: PolicyView = {
  ...NO_POLICY,
  state: { kind: "inForce" },
  undoSeconds: 20,
  everything: false,
  distributions: ["E1SHOP00000001"],
  prefixes: null,
  connections: 2,
  batches: 1,
};
const BROKEN: PolicyView = { ...NO_POLICY, state: { kind: "broken", reason: "line 3: expected a number" } };
const TITLE = "Set by your administrator";

it("no file is one line of About and no more", async () => {
  openWindow("/settings");
  expect(await screen.findByText(`No file at ${FILE}`)).toBeTruthy();
  expect(screen.queryByText(TITLE)).toBeNull();
});

it("a file in force says what it fixes", async () => {
  openWindow("/settings", { policy: () => IN_FORCE });
  await screen.findByRole("heading", { name: TITLE });
  const beside = (label: string) => screen.getByText(label).closest("dt")?.nextElementSibling?.textContent;
  expect(beside("Clearing everything (/*)")).toContain("Not allowed");
  expect(beside("Paths that begin with")).toContain("All");
  expect(beside("It brings")).toContain("2 connections, 1 saved batch");
  expect(screen.getByText("E1SHOP00000001")).toBeTruthy();
  expect(screen.getByText(`In force: ${FILE}`)).toBeTruthy();
});

it("the time to undo that it fixes is read-only, holds in the review, and does not overwrite the person's own", async () => {
  const saved: unknown[] = [];
  const view = openWindow("/settings", {
    policy: () => IN_FORCE,
    save_settings: ({ settings }: { settings: unknown }) => saved.push(settings),
  });
  const field = await screen.findByRole<HTMLInputElement>("spinbutton", { name: /^Time to undo/ });
  await waitFor(() => expect(field.readOnly).toBe(true));
  expect(field.value).toBe("20");
  expect(screen.getByText(`Set by your administrator in ${FILE}.`)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(saved).toEqual([{ undoSeconds: 5, notifyCompleted: true, idleLockMinutes: 0 }]));
  view.unmount();
  openWindow("/batches/3/run", { policy: () => IN_FORCE });
  expect(await screen.findByText(/You have 20 seconds to undo it/)).toBeTruthy();
});

it("a broken file is told of atop every page with its reason, and under Settings", async () => {
  openWindow("/distributions", { policy: () => BROKEN });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Nothing is sent: the administrator’s settings file cannot be read");
  expect(alert.textContent).toContain(FILE);
  expect(alert.textContent).toContain("line 3: expected a number");
  await userEvent.click(screen.getByRole("link", { name: "Settings" }));
  await screen.findByRole("heading", { name: TITLE });
  expect(screen.getAllByText("line 3: expected a number")).toHaveLength(2);
});

it("no page speaks of a file that is in force or not there", async () => {
  openWindow("/distributions", { policy: () => IN_FORCE });
  await screen.findByRole("heading", { name: /Distributions/ });
  expect(screen.queryByText(/the administrator’s settings file cannot be read/)).toBeNull();
});

it("a connection that it brings is marked, and neither removed nor edited", async () => {
  const brought = { ...KEY, fixedBy: FILE };
  openWindow(`/connections?selected=${KEY.id}`, { connections: () => [PRACTICE, brought] });
  const table = await screen.findByRole("table", { name: "Connections" });
  expect(within(table).getAllByText(TITLE)).toHaveLength(1);
  expect(screen.getByRole("button", { name: "Remove" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "Actions" }));
  const edit = await screen.findByRole("menuitem", { name: /Edit/ });
  expect(edit.getAttribute("aria-disabled")).toBe("true");
});
