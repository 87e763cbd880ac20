import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchQuery } from "../../ipc/client";
import { batchRow } from "../../test/fake";
import { openWindow } from "../../test/open";

const row = batchRow({ labels: ["press", "daily"], colour: "purple" });
const columnNames = () => screen.getAllByRole("columnheader").map(({ textContent }) => textContent?.trim());
/** What Cloudscape opens has no other way to it in a page without layout. */
const choose = async (field: string, option: string) => {
  await userEvent.click(screen.getByRole("button", { name: new RegExp(`^${field}`) }));
  await userEvent.click(await screen.findByRole("option", { name: option }));
};

/** A list that has nothing as soon as it is narrowed, and what was asked of it. */
function listing() {
  const asked: BatchQuery[] = [];
  const batches = ({ query }: { query: BatchQuery }) => {
    asked.push(query);
    const isNarrowed = query.filter !== "" || query.label !== null || query.favourites;
    return { total: 1, matching: isNarrowed ? 0 : 1, rows: isNarrowed ? [] : [row] };
  };
  return { asked, answers: { batches, batch_labels: () => ["daily", "press"] } };
}

it("is shown with its labels, and a colour that has a name", async () => {
  openWindow("/batches", listing().answers);
  const cells = within((await screen.findByRole("link", { name: "Front page" })).closest("tr") as HTMLElement);
  expect(cells.getByText("press")).toBeTruthy();
  expect(cells.getByText("daily")).toBeTruthy();
  expect(cells.getByRole("img", { name: "Colour: Purple" })).toBeTruthy();
});

it("is found by a label and among the favourites, and Clear filter shows all again", async () => {
  const { asked, answers } = listing();
  openWindow("/batches", answers);
  await screen.findByRole("link", { name: "Front page" });
  await choose("Filter by label", "press");
  expect(await screen.findByText("No saved batch matches the filters.")).toBeTruthy();
  await userEvent.click(screen.getByRole("checkbox", { name: "Favourites only" }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ label: "press", favourites: true, filter: "" }));
  await userEvent.click(await screen.findByRole("button", { name: "Clear filter" }));
  expect(await screen.findByRole("link", { name: "Front page" })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Favourites only" }).checked).toBe(false);
  expect(screen.getByRole("button", { name: /^Filter by label.*Any label/ })).toBeTruthy();
});

it("says when it was made and who ran it last where that is wanted, from then on", async () => {
  const { answers } = listing();
  const view = openWindow("/batches", answers);
  await screen.findByRole("link", { name: "Front page" });
  expect(columnNames()).not.toContain("Last run by");
  await userEvent.click(screen.getByRole("button", { name: "Preferences" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Preferences" }));
  expect(dialog.getByRole<HTMLInputElement>("checkbox", { name: "Name" }).disabled).toBe(true);
  for (const name of ["Created", "Last run by", "Items"]) {
    await userEvent.click(dialog.getByRole("checkbox", { name }));
  }
  await userEvent.click(dialog.getByRole("button", { name: "Confirm" }));
  await waitFor(() => expect(columnNames()).toEqual(expect.arrayContaining(["Created", "Last run by"])));
  expect(columnNames()).not.toContain("Items");
  const cells = within((await screen.findByRole("link", { name: "Front page" })).closest("tr") as HTMLElement);
  expect(cells.getByText("Practice account")).toBeTruthy();
  view.unmount();
  openWindow("/batches", answers);
  await screen.findByRole("link", { name: "Front page" });
  expect(columnNames()).toContain("Last run by");
});
