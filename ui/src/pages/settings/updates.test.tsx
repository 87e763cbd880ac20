import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { UpdateState } from "../../ipc/client";
import { type Answers, submissionRow, waitingRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const check = async () => userEvent.click(await screen.findByRole("button", { name: "Check for updates" }));
const install = () => screen.findByRole("button", { name: "Install and restart" });
const newer = (notes = "Quicker starts.\n"): UpdateState => ({ kind: "available", version: "0.2.0", notes });

/** Opens Settings where the makers answer so, and counts how often they are asked. */
function open(state: UpdateState, answers: Answers = {}) {
  let asked = 0;
  openWindow("/settings", {
    check_for_update: () => {
      asked += 1;
      return state;
    },
    ...answers,
  });
  return () => asked;
}

it("asks at a click alone, and says that this is the newest", async () => {
  const asked = open({ kind: "current" });
  await screen.findByRole("button", { name: "Check for updates" });
  expect(asked()).toBe(0);
  expect(screen.getByText(/asks only when you choose the button/)).toBeTruthy();
  await check();
  expect((await screen.findAllByText("This is the newest version.")).length).toBeGreaterThan(0);
  expect(asked()).toBe(1);
});

it("says where a build that is not updated by itself gets a newer one", async () => {
  open({ kind: "notOffered" });
  await check();
  expect((await screen.findAllByText("This build is not updated by itself")).length).toBeGreaterThan(0);
  expect(screen.getAllByText(/where this one came from/).length).toBeGreaterThan(0);
});

it("installs a newer one, and says what happens then", async () => {
  let installed = 0;
  open(newer(), {
    install_update: () => {
      installed += 1;
      return null;
    },
  });
  await check();
  expect((await screen.findByRole("region", { name: /changed in version 0.2.0/ })).textContent).toBe("Quicker starts.");
  await userEvent.click(await install());
  await waitFor(() => expect(installed).toBe(1));
  expect(screen.getAllByText(/checking its signature and installing it/).length).toBeGreaterThan(0);
  expect((await install()).getAttribute("aria-disabled")).toBe("true");
});

it("installs nothing while something can be undone or is being sent", async () => {
  const row = waitingRow(60);
  open(newer(""), { activity: () => ({ total: 1, rows: [row] }) });
  await check();
  await waitFor(async () => expect((await install()).getAttribute("aria-disabled")).toBe("true"));
  expect(screen.getAllByText("Its makers do not say what has changed.").length).toBeGreaterThan(0);
});

it("says that nothing could be found out, or nothing was installed", async () => {
  const failing = (detail: string) => () => {
    throw wireError({ code: "unexpected", detail });
  };
  const view = open(newer(), { check_for_update: failing("no network") });
  await check();
  expect((await screen.findByRole("alert")).textContent).toContain("could not be found out");
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  expect(view()).toBe(0);
});

it("keeps the version there is where the new one could not be installed", async () => {
  open(newer(), {
    activity: () => ({ total: 1, rows: [submissionRow({})] }),
    install_update: () => {
      throw wireError({ code: "unexpected", detail: "wrong signature" });
    },
  });
  await check();
  await userEvent.click(await install());
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The new version was not installed");
  expect(alert.textContent).toContain("The version you have goes on as before.");
  expect((await install()).getAttribute("aria-disabled")).not.toBe("true");
});
