import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchForm, Suggestion } from "../../ipc/client";
import { batchDetails, batchRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const TITLE = "Suggested from what this account invalidates";
const SHOP: Suggestion = {
  connection: "practice",
  target: { kind: "distribution", id: "E1SHOP00000001" },
  targetName: "Shop",
  paths: ["/a{1}", "/b", "/c", "/d"],
  items: 4,
  text: "/a{{1}}\n/b\n/c\n/d",
  times: 12,
  last: "2026-11-22T10:15:30Z",
};
const TENANT: Suggestion = { ...SHOP, target: { kind: "tenant", id: "dt_1" }, targetName: null, times: 3 };
const NO_BATCH = { batches: () => ({ total: 0, matching: 0, rows: [] }) };
const rows = async () => within(await screen.findByRole("table", { name: TITLE })).getAllByRole("row");
const open = async () => userEvent.click(await screen.findByRole("button", { name: new RegExp(TITLE) }));

it("are nowhere where there are none", async () => {
  openWindow("/batches");
  await screen.findByRole("link", { name: "Front page" });
  expect(screen.queryByText(TITLE)).toBeNull();
});

it("say nothing where they cannot be found out", async () => {
  openWindow("/batches", {
    suggestions: () => {
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  await screen.findByRole("link", { name: "Front page" });
  expect(screen.queryByText(/disk full/)).toBeNull();
});

it("stand open where there is no batch yet, each with what it is about", async () => {
  openWindow("/batches", { ...NO_BATCH, suggestions: () => [SHOP, TENANT] });
  const [, first, second] = await rows();
  expect(screen.getByRole("button", { name: new RegExp(TITLE) }).getAttribute("aria-expanded")).toBe("true");
  expect(first?.textContent).toMatch(/Shop.*\/a\{1\}\/b\/c.*1 more.*12.*Nov 22, 2026/);
  expect(
    within(second as HTMLElement)
      .getByRole("link", { name: "dt_1" })
      .getAttribute("href"),
  ).toBe("#/tenants/dt_1");
});

it("stand closed over the batches that there are", async () => {
  openWindow("/batches", { suggestions: () => [SHOP] });
  const header = await screen.findByRole("button", { name: new RegExp(TITLE) });
  expect(header.getAttribute("aria-expanded")).toBe("false");
});

it("are saved as a batch of these lines on this target, their braces as they stand", async () => {
  const saved: BatchForm[] = [];
  openWindow("/batches", {
    suggestions: () => [SHOP],
    save_batch: ({ form }: { form: BatchForm }) => {
      saved.push(form);
      return batchDetails({ row: batchRow({ name: form.name }) });
    },
  });
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Save as batch: /a{1} on Shop" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Batch name" }), "Shop front");
  await userEvent.click(screen.getByRole("button", { name: "Save batch" }));
  expect(await screen.findByText("Shop front was saved.")).toBeTruthy();
  expect(saved[0]).toMatchObject({
    text: SHOP.text,
    targets: [{ connection: SHOP.connection, target: SHOP.target }],
    variables: [],
  });
});

it("are dismissed one by one, for good", async () => {
  let left = [SHOP, TENANT];
  const asked: unknown[] = [];
  openWindow("/batches", {
    ...NO_BATCH,
    suggestions: () => left,
    dismiss_suggestion: (args: unknown) => {
      asked.push(args);
      left = left.slice(1);
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Do not suggest again: /a{1} on Shop" }));
  expect(await screen.findByText("That will not be suggested again.")).toBeTruthy();
  expect(asked).toEqual([{ connection: SHOP.connection, target: SHOP.target, text: SHOP.text }]);
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  await userEvent.click(screen.getByRole("button", { name: "Do not suggest again: /a{1} on dt_1" }));
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
});

it("stay where they cannot be dismissed, and it is said why", async () => {
  openWindow("/batches", {
    ...NO_BATCH,
    suggestions: () => [SHOP],
    dismiss_suggestion: () => {
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Do not suggest again: /a{1} on Shop" }));
  expect(await screen.findByText(/disk full/)).toBeTruthy();
  expect(await rows()).toHaveLength(2);
});
