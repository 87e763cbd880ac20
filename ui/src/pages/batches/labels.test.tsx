import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchForm } from "../../ipc/client";
import { batchDetails, batchRow } from "../../test/fake";
import { openWindow } from "../../test/open";
import { draftRecords } from "../../test/rust-side";
import { LONGEST, MOST, withTyped } from "./labels";

const labelField = () => screen.findByRole<HTMLInputElement>("combobox", { name: "Labels" });
const removeButtons = () => screen.queryAllByRole("button", { name: /^Remove the label / });
const labelsShown = () => removeButtons().map((button) => button.getAttribute("aria-label")?.slice(17));

/** With its number, by which Cloudscape knows a key. */
const press = (field: HTMLElement, key: string, keyCode: number) => fireEvent.keyDown(field, { key, keyCode });

/** Takes note of what is saved. */
function saving() {
  const saved: BatchForm[] = [];
  const save_batch = ({ form }: { form: BatchForm }) => {
    saved.push(form);
    return batchDetails({});
  };
  return { saved, save_batch };
}

it("are typed, chosen among those of other batches and taken away, by the keyboard, and saved", async () => {
  const { saved, save_batch } = saving();
  openWindow("/batches/new", { save_batch, batch_labels: () => ["News", "Sports"] });
  const field = await labelField();
  await userEvent.type(field, " press ");
  press(field, "Enter", 13);
  await userEvent.type(field, "spo");
  // The first is to add what is typed.
  press(field, "ArrowDown", 40);
  press(field, "ArrowDown", 40);
  press(field, "Enter", 13);
  // One that another batch has is written as it is there.
  await userEvent.type(field, "news,");
  expect(labelsShown()).toEqual(["press", "Sports", "News"]);
  await userEvent.type(field, "PRESS");
  press(field, "Enter", 13);
  expect(screen.getByText("The batch already has the label “PRESS”.")).toBeTruthy();
  await userEvent.clear(field);
  screen.getByRole("button", { name: "Remove the label press" }).focus();
  await userEvent.keyboard("{Enter}");
  expect(labelsShown()).toEqual(["Sports", "News"]);
  expect(saved).toEqual([]);
  // What was typed and not ended is not lost.
  await userEvent.type(field, "last");
  await userEvent.click(screen.getByRole("button", { name: "Save batch" }));
  await waitFor(() => expect(saved.map(({ labels }) => labels)).toEqual([["Sports", "News", "last"]]));
});

it("of a batch have a length and a number that they do not exceed", () => {
  const many = Array.from({ length: MOST }, (_, n) => `l${n}`);
  expect(withTyped(many, "one more", [])).toEqual({ labels: many, problem: { kind: "tooMany" } });
  expect(withTyped([], "ä".repeat(LONGEST), []).problem).toBeNull();
  expect(withTyped([], "ä".repeat(LONGEST + 1), [])).toEqual({ labels: [], problem: { kind: "tooLong" } });
  expect(withTyped(["a"], " b ,, c", ["C"])).toEqual({ labels: ["a", "b", "C"], problem: null });
});

it("and the colour are in the draft that survives a restart", async () => {
  const { records, answers } = draftRecords();
  const view = openWindow("/batches/3/edit", answers);
  await userEvent.type(await labelField(), "press{Enter}");
  await userEvent.click(screen.getByRole("button", { name: /^Colour/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Green" }));
  view.unmount();
  await waitFor(() => expect(records.has("batch/3")).toBe(true));

  const { saved, save_batch } = saving();
  openWindow("/batches/3/edit", { ...answers, save_batch });
  await labelField();
  expect(labelsShown()).toEqual(["press"]);
  expect(screen.getByRole("button", { name: /^Colour.*Green/ })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Save batch" }));
  await waitFor(() => expect(saved[0]).toMatchObject({ labels: ["press"], colour: "green" }));
});

it("that a batch has are in its form", async () => {
  openWindow("/batches/3/edit", {
    batch: () => batchDetails({ row: batchRow({ labels: ["a", "b"], colour: "red" }) }),
  });
  await labelField();
  expect(labelsShown()).toEqual(["a", "b"]);
  expect(screen.getByRole("button", { name: /^Colour.*Red/ })).toBeTruthy();
});
