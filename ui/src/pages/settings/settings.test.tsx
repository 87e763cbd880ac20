import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { wholeNumberIn } from "../../common/wholeNumber";
import { wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const seconds = () => screen.findByRole<HTMLInputElement>("spinbutton", { name: /^Time to undo/ });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

it("saves the time to undo, the wish to be told and when the window locks", async () => {
  const saved: unknown[] = [];
  openWindow("/distributions", {
    save_settings: ({ settings }: { settings: unknown }) => {
      saved.push(settings);
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("link", { name: "Settings" }));
  const field = await seconds();
  expect(field.value).toBe("5");
  await userEvent.clear(field);
  await userEvent.type(field, "20");
  const minutes = screen.getByRole<HTMLInputElement>("spinbutton", { name: /^Lock after … minutes/ });
  expect(minutes.value).toBe("0");
  await userEvent.clear(minutes);
  await userEvent.type(minutes, "15");
  await userEvent.click(screen.getByRole("checkbox", { name: /Tell me when a run is complete/ }));
  await save();
  expect(await screen.findByText("The settings were saved.")).toBeTruthy();
  expect(saved).toEqual([{ undoSeconds: 20, notifyCompleted: false, idleLockMinutes: 15 }]);
});

it("takes no time that it cannot keep", async () => {
  openWindow("/settings");
  const field = await seconds();
  await userEvent.clear(field);
  await userEvent.type(field, "61");
  await save();
  expect(await screen.findByText("Enter a whole number of seconds from 0 to 60.")).toBeTruthy();
  const minutes = screen.getByRole("spinbutton", { name: /^Lock after/ });
  await userEvent.clear(minutes);
  await userEvent.type(minutes, "241");
  expect(screen.getByText("Enter a whole number of minutes from 0 to 240.")).toBeTruthy();
  expect(["0", " 60 ", "61", "-1", "1.5", "", "5e1"].map((entered) => wholeNumberIn(entered, 60))).toEqual([
    0,
    60,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it("says why they were not saved or read, and still shows where the records are", async () => {
  const failing = () => {
    throw wireError({ code: "records", detail: "the disk is full" });
  };
  const view = openWindow("/settings", { save_settings: failing });
  await seconds();
  await save();
  expect((await screen.findByRole("alert")).textContent).toContain("the disk is full");
  view.unmount();

  openWindow("/settings", { settings: failing });
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
  expect(await screen.findByText("/data")).toBeTruthy();
  expect(screen.getByText("0.1.0")).toBeTruthy();
});
