import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { DIAGNOSTICS } from "./paths";

const dialog = async () => within(await screen.findByRole("dialog", { name: "Save diagnostics" }));
const save = async () => (await dialog()).getByRole("button", { name: "Save the file" });
const LOG = "housekeeper.2026-11-25.log";

it("shows each file to be read, and saves what is left in", async () => {
  const saved: unknown[] = [];
  openWindow("/settings", {
    save_diagnostics: (args: unknown) => {
      saved.push(args);
      return "/home/ann/Downloads/d.zip";
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Save diagnostics" }));
  const modal = await dialog();
  expect(modal.getByText(/Nothing is sent anywhere/)).toBeTruthy();
  expect(modal.getByText(/No key, password or session is in it/)).toBeTruthy();
  const log = await modal.findByRole<HTMLInputElement>("checkbox", { name: LOG });
  expect(modal.getAllByRole<HTMLInputElement>("checkbox").every(({ checked }) => checked)).toBe(true);
  expect(modal.getByText("what the app did, line by line, 51 bytes")).toBeTruthy();
  // The first one is shown; another takes its place, and the keyboard goes there to scroll it.
  expect(modal.getByRole("region", { name: "The text of app.txt" }).textContent).toContain("System: Debian 12");
  await userEvent.click(modal.getByRole("button", { name: `Read ${LOG}` }));
  const box = modal.getByRole("region", { name: `The text of ${LOG}` });
  expect(box.textContent).toContain("housekeeper_lib: starting");
  expect(document.activeElement).toBe(box);

  await userEvent.click(log);
  await userEvent.click(await save());
  expect(await modal.findByText("The diagnostics are saved")).toBeTruthy();
  expect(saved).toEqual([{ leaveOut: [LOG] }]);
  expect(modal.getByText("/home/ann/Downloads/d.zip")).toBeTruthy();
  expect(modal.getByRole("button", { name: "Copy path of the file" })).toBeTruthy();
  // What is ticked now is another file than the one that was saved.
  await userEvent.click(log);
  expect(modal.queryByText("The diagnostics are saved")).toBeNull();
});

it("opens by its address, and gives the keyboard to its button when it is closed", async () => {
  openWindow(DIAGNOSTICS);
  const modal = await dialog();
  await userEvent.click(modal.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(window.location.hash).toBe("#/settings");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Save diagnostics"));
});

it("saves nothing where nothing is chosen or nothing is there", async () => {
  const view = openWindow(DIAGNOSTICS);
  for (const box of await (await dialog()).findAllByRole("checkbox")) await userEvent.click(box);
  expect((await save()).getAttribute("aria-disabled")).toBe("true");
  view.unmount();
  openWindow(DIAGNOSTICS, { diagnostics: () => [] });
  expect((await (await dialog()).findAllByText("There is nothing to save.")).length).toBeGreaterThan(0);
  expect((await save()).getAttribute("aria-disabled")).toBe("true");
});

it("says what failed, of the gathering and of the saving", async () => {
  let isBroken = true;
  openWindow(DIAGNOSTICS, {
    diagnostics: () => {
      if (isBroken) throw wireError({ code: "unexpected", detail: "no log folder" });
      return [{ name: "app.txt", kind: "app", bytes: 2_400, text: "x" }];
    },
    save_diagnostics: () => {
      throw wireError({ code: "records", detail: "the disk is full" });
    },
  });
  const modal = await dialog();
  expect((await modal.findByRole("alert")).textContent).toContain("The diagnostics could not be gathered");
  isBroken = false;
  await userEvent.click(modal.getByRole("button", { name: "Try again" }));
  expect(await modal.findByText(/, 2 kB$/)).toBeTruthy();
  await userEvent.click(await save());
  await waitFor(() => expect(modal.getByRole("alert").textContent).toContain("the disk is full"));
});

it("is gathered anew each time it is opened", async () => {
  let times = 0;
  openWindow("/settings", {
    diagnostics: () => {
      times += 1;
      return [];
    },
  });
  for (const expected of [1, 2]) {
    await userEvent.click(await screen.findByRole("button", { name: "Save diagnostics" }));
    await waitFor(() => expect(times).toBe(expected));
    await userEvent.click((await dialog()).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  }
});
