import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchQuery } from "../../ipc/client";
import { batchRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const ROWS = [batchRow({}), batchRow({ id: 4, name: "Sports" }), batchRow({ id: 5, name: "Press" })];
const listOf = (...rows: typeof ROWS) => ({ total: rows.length, matching: rows.length, rows });
const select = async (name: string) => userEvent.click(await screen.findByRole("checkbox", { name: `Select ${name}` }));
const openModal = async (name: string) => {
  await userEvent.click(await screen.findByRole("button", { name: "Export" }));
  return within(await screen.findByRole("dialog", { name: `Export ${name}` }));
};
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>("radio", { name });

it("shows one batch in the chosen format, and saves it", async () => {
  const asked: unknown[] = [];
  openWindow("/batches", {
    batches: () => listOf(...ROWS),
    export_batches: ({ format }: { format: string }) => ({
      fileName: `front-page.${format}`,
      content: `as ${format}`,
      whole: format !== "text",
    }),
    save_export: (args: unknown) => {
      asked.push(args);
      return "/home/me/Downloads/front-page.txt";
    },
  });
  await select("Front page");
  const modal = await openModal("Front page");
  expect(await modal.findByText("as batches")).toBeTruthy();
  expect(modal.getByText(/would silently clear nothing the second time/)).toBeTruthy();
  await userEvent.click(radio(/^Plain text/));
  expect(await modal.findByText("as text")).toBeTruthy();
  expect(modal.getByText("Preview of front-page.text")).toBeTruthy();
  expect(modal.getByText("Only the beginning is shown; the file is whole.")).toBeTruthy();
  await userEvent.click(modal.getByRole("button", { name: "Save to Downloads" }));
  expect(await screen.findByText("Saved as /home/me/Downloads/front-page.txt.")).toBeTruthy();
  expect(asked).toEqual([{ ids: [3], format: "text" }]);
  expect(screen.queryByRole("dialog", { name: "Export Front page" })).toBeNull();
});

it("has one format for several batches", async () => {
  const asked: unknown[] = [];
  openWindow("/batches", {
    batches: () => listOf(...ROWS),
    export_batches: (args: unknown) => {
      asked.push(args);
      return { fileName: "batches.json", content: "{}", whole: true };
    },
  });
  await select("Front page");
  await select("Press");
  expect(screen.getByRole("button", { name: "Edit" }).getAttribute("aria-disabled")).toBe("true");
  const modal = await openModal("2 saved batches");
  await modal.findByText("{}");
  expect(asked).toEqual([{ ids: [3, 5], format: "batches" }]);
  for (const name of [/^AWS CLI/, /^Plain text/, /^CSV/]) expect(radio(name).disabled).toBe(true);
});

it("takes all batches where none is selected, also those that are not on the page", async () => {
  const asked: unknown[] = [];
  openWindow("/batches", {
    // As if the Rust side gave two at a time.
    batches: ({ query: { offset } }: { query: BatchQuery }) => ({
      ...listOf(...ROWS),
      rows: ROWS.slice(offset, offset + 2),
    }),
    save_export: (args: unknown) => {
      asked.push(args);
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  await screen.findByRole("link", { name: "Front page" });
  const modal = await openModal("all 3 saved batches");
  await modal.findByText("{}");
  await userEvent.click(modal.getByRole("button", { name: "Save to Downloads" }));
  expect((await modal.findByRole("alert")).textContent).toContain("disk full");
  expect(asked).toEqual([{ ids: [3, 4, 5], format: "batches" }]);
});

it("says why a batch cannot be had in a format; the page of its run has the way too", async () => {
  openWindow("/batches/3/run", {
    export_batches: ({ format }: { format: string }) => {
      if (format === "cli") throw wireError({ code: "invalid", detail: "Front page has variables." });
      return { fileName: "batches.json", content: "{}", whole: true };
    },
  });
  const modal = await openModal("Front page");
  await modal.findByText("{}");
  await userEvent.click(radio(/^AWS CLI/));
  const alert = await modal.findByRole("alert");
  expect(alert.textContent).toContain("This cannot be exported in this format");
  expect(alert.textContent).toContain("Front page has variables.");
  expect(modal.getByRole("button", { name: "Save to Downloads" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(modal.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Export Front page" })).toBeNull());
});

it("is not offered where there is nothing", async () => {
  openWindow("/batches", { batches: () => listOf() });
  await screen.findByText("No saved batches yet");
  expect(screen.getByRole("button", { name: "Export" }).getAttribute("aria-disabled")).toBe("true");
});
