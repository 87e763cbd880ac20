import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { batchDetails } from "../../test/fake";
import { openWindow } from "../../test/open";
import { draftRecords } from "../../test/rust-side";
import { batchContent, batchDraftOf } from "./draft";

const field = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });
const click = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const FORM = {
  name: "News",
  description: "",
  text: "/news/{year}/*",
  variables: [{ name: "year", hint: "", kind: { kind: "oneOf" as const, choices: ["2026"] }, default: [] }],
  targets: [],
  favourite: false,
  labels: ["press"],
  colour: "green" as const,
};
const AT = "2026-11-25T08:00:00Z";

it("is there again after a restart, and gives way to what is saved where that is wanted", async () => {
  const { records, answers } = draftRecords();
  const view = openWindow("/batches/3/edit", answers);
  const area = await field("Object paths");
  fireEvent.input(area, { target: { value: "/changed" } });
  view.unmount();
  await waitFor(() => expect(records.has("batch/3")).toBe(true));

  openWindow("/batches/3/edit", answers);
  expect((await field("Object paths")).value).toBe("/changed");
  expect(screen.getByText(/Last changed: Nov 25, 2026/)).toBeTruthy();
  await click("Start from what is saved");
  expect((await field("Object paths")).value).toBe("/index.html\n/news/*");
  await waitFor(() => expect(records.size).toBe(0));
});

it("is not kept where nothing was changed", async () => {
  const { records, answers } = draftRecords();
  const view = openWindow("/batches/3/edit", answers);
  await field("Object paths");
  view.unmount();
  openWindow("/batches/3/edit", answers);
  await field("Object paths");
  expect(records.size).toBe(0);
});

it("is forgotten by saving", async () => {
  const { records, answers } = draftRecords();
  records.set("batch/new", { content: batchContent(FORM), at: AT });
  openWindow("/batches/new", { ...answers, save_batch: () => batchDetails({}) });
  expect((await field("Batch name")).value).toBe("News");
  await click("Save batch");
  await waitFor(() => expect(records.size).toBe(0));
});

it("is forgotten by Cancel, and can be brought back", async () => {
  const { records, answers } = draftRecords();
  openWindow("/batches/new", answers);
  await userEvent.type(await field("Batch name"), "Sports");
  await click("Cancel");
  await waitFor(() => expect(records.size).toBe(0));
  await click("Bring it back");
  expect((await field("Batch name")).value).toBe("Sports");
  expect(records.has("batch/new")).toBe(true);
});

it("is put aside by what is saved as a batch, and can be brought back", async () => {
  const { records, answers } = draftRecords();
  records.set("batch/new", { content: batchContent(FORM), at: AT });
  openWindow("/distributions/E1SHOP00000001/invalidations/I1", answers);
  await screen.findByText("/news");
  await click("Save as batch");
  expect((await field("Object paths")).value).toBe("/index.html\n/images/*\n/news");
  await click("Bring it back");
  expect((await field("Object paths")).value).toBe("/news/{year}/*");
});

it("is read as far as it is one", () => {
  expect(batchDraftOf(batchContent(FORM))).toEqual(FORM);
  for (const other of ["", "null", "[]", "{}", '{"text":1}']) expect(batchDraftOf(other)).toBeNull();
  const odd = JSON.stringify({ text: "/a", name: 7, variables: [{ name: "x" }, null], targets: [{ connection: "c" }] });
  // As the drafts are that were kept before there were labels and colours.
  const without = { labels: [], colour: "none" };
  expect(batchDraftOf(odd)).toEqual({ ...FORM, name: "", text: "/a", variables: [], ...without });
});

it("is marked in the list, and one of a new batch can be continued from there", async () => {
  const { records, answers } = draftRecords();
  records.set("batch/3", { content: batchContent(FORM), at: AT });
  records.set("batch/new", { content: batchContent(FORM), at: AT });
  openWindow("/batches", answers);
  expect((await screen.findByText("Draft")).closest("tr")?.textContent).toContain("Front page");
  expect(screen.getByText(/You have a draft of a new batch, from Nov 25, 2026/)).toBeTruthy();
  await click("Continue draft");
  expect((await field("Batch name")).value).toBe("News");
});
