import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchQuery } from "../../ipc/client";
import { batchDetails, batchRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";

const listOf = (...rows: ReturnType<typeof batchRow>[]) => ({ total: rows.length, matching: rows.length, rows });
const select = async () => userEvent.click(await screen.findByRole("checkbox", { name: "Select Front page" }));

it("stands in the navigation, and shows the columns that people know", async () => {
  openWindow("/settings", { batches: () => listOf(batchRow({ favourite: true, variables: ["year"] })) });
  await userEvent.click(await screen.findByRole("link", { name: "Saved batches" }));
  await screen.findByRole("link", { name: "Front page" });
  const names = screen.getAllByRole("columnheader").map((header) => header.textContent);
  for (const name of ["Name", "Items", "Variables", "Targets", "Last run", "Run"]) {
    expect(names.some((text) => text?.includes(name))).toBe(true);
  }
  expect(screen.getByText("After each edition")).toBeTruthy();
  expect(screen.getByText("year")).toBeTruthy();
  expect(screen.getByText("Shop")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Remove Front page from favourites" })).toBeTruthy();
});

it("asks for what is typed once the keys rest, and says where nothing matches", async () => {
  const asked: BatchQuery[] = [];
  openWindow("/batches", {
    batches: ({ query }: { query: BatchQuery }) => {
      asked.push(query);
      return query.filter ? { total: 1, matching: 0, rows: [] } : listOf(batchRow({}));
    },
  });
  await screen.findByRole("link", { name: "Front page" });
  const filter = screen.getByRole("searchbox", { name: "Find saved batches" });
  for (const text of ["n", "no"]) fireEvent.change(filter, { target: { value: text } });
  expect(await screen.findByText("No matches")).toBeTruthy();
  expect(asked.map((query) => query.filter)).toEqual(["", "no"]);
  expect(asked[0]).toEqual({
    filter: "",
    label: null,
    favourites: false,
    sort: "name",
    descending: false,
    offset: 0,
    limit: 25,
  });
});

it("explains what a saved batch is where there is none", async () => {
  openWindow("/batches", { batches: () => listOf() });
  expect(await screen.findByText(/A saved batch is a named list/)).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Create batch" })).toHaveLength(2);
});

it("that cannot be read says why and can be tried again", async () => {
  let broken = true;
  openWindow("/batches", {
    batches: () => {
      if (broken) throw wireError({ code: "records", detail: "disk full" });
      return listOf(batchRow({}));
    },
  });
  expect((await screen.findByRole("alert")).textContent).toContain("disk full");
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Front page" })).toBeTruthy();
});

it("is deleted at once, and Undo brings it back", async () => {
  let there = true;
  openWindow("/batches", {
    batches: () => (there ? listOf(batchRow({})) : listOf()),
    delete_batch: () => {
      there = false;
      return null;
    },
    bring_back_batch: ({ id }: { id: number }) => {
      there = id === 3;
      return null;
    },
  });
  await select();
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  expect(await screen.findByText("Front page was deleted.")).toBeTruthy();
  await screen.findByText("No saved batches yet");
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Front page is back.")).toBeTruthy();
  expect(await screen.findByRole("link", { name: "Front page" })).toBeTruthy();
});

it("is duplicated, and Edit leads to its form", async () => {
  const asked: unknown[] = [];
  openWindow("/batches", {
    duplicate_batch: (args: unknown) => {
      asked.push(args);
      return batchDetails({ row: batchRow({ id: 4, name: "Front page (2)" }) });
    },
  });
  await select();
  await userEvent.click(screen.getByRole("button", { name: "Duplicate" }));
  expect(await screen.findByText("Copied as Front page (2).")).toBeTruthy();
  expect(asked).toEqual([{ id: 3 }]);
  await userEvent.click(screen.getByRole("button", { name: "Edit" }));
  expect(await screen.findByRole("heading", { name: /^Edit Front page/, level: 1 })).toBeTruthy();
});

it("follows what changes elsewhere", async () => {
  let name = "Front page";
  openWindow("/batches", { batches: () => listOf(batchRow({ name })) });
  await screen.findByRole("link", { name: "Front page" });
  name = "Sports";
  await tell({ kind: "batches" });
  await waitFor(() => expect(screen.getByRole("link", { name: "Sports" })).toBeTruthy());
});

it("is made a favourite at a click, and no longer where that fails", async () => {
  const asked: unknown[] = [];
  openWindow("/batches", {
    set_favourite_batch: (args: unknown) => {
      asked.push(args);
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Add Front page to favourites" }));
  expect(await screen.findByText(/disk full/)).toBeTruthy();
  expect(asked).toEqual([{ id: 3, favourite: true }]);
  expect(await screen.findByRole("button", { name: "Add Front page to favourites" })).toBeTruthy();
});
