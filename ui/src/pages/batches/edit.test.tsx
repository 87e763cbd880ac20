import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchForm, Variable } from "../../ipc/client";
import { batchDetails, batchRow, batchVersion, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

type Saved = { id: number | null; form: BatchForm };

const field = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });
const type = (area: HTMLElement, text: string) => fireEvent.input(area, { target: { value: text } });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save batch" }));
const TARGET = { connection: "practice", target: { kind: "distribution", id: "E1SHOP00000001" } };

/** Takes note of what is saved. */
function saving() {
  const saved: Saved[] = [];
  const save_batch = (args: Saved) => {
    saved.push(args);
    return batchDetails({ row: batchRow({ name: args.form.name }) });
  };
  return { saved, save_batch };
}

it("finds the variables in the text, and keeps what is said of them", async () => {
  const { saved, save_batch } = saving();
  openWindow("/batches/new", { save_batch });
  await userEvent.type(await field("Batch name"), " News ");
  type(await field("Object paths"), "/news/{year}/*");
  const group = await screen.findByRole("group", { name: "year" });
  await userEvent.click(within(group).getByRole("button", { name: /^Kind/ }));
  await userEvent.click(await screen.findByRole("option", { name: "One of a list" }));
  fireEvent.change(within(group).getByRole("textbox", { name: "Choices" }), { target: { value: "2025\n2026\n\n" } });
  await userEvent.type(within(group).getByRole("textbox", { name: "Hint" }), "of the edition");
  await save();
  expect(await screen.findByText("News was saved.")).toBeTruthy();
  const year: Variable = {
    name: "year",
    hint: "of the edition",
    kind: { kind: "oneOf", choices: ["2025", "2026"] },
    default: [],
  };
  const form = { name: "News", description: "", text: "/news/{year}/*", favourite: false, targets: [] };
  const marks = { labels: [], colour: "none" };
  expect(saved).toEqual([{ id: null, form: { ...form, ...marks, variables: [year] } }]);
});

it("says on which line a brace stands alone", async () => {
  openWindow("/batches/new", {
    template_facts: () => ({ names: [], problem: { line: 2, kind: "openBrace", subject: "/b{" } }),
  });
  const area = await field("Object paths");
  type(area, "/a\n/b{");
  expect(await screen.findByText(/Line 2: “\/b{” opens a brace that is not closed\. Write {{/)).toBeTruthy();
  expect(area.getAttribute("aria-invalid")).toBe("true");
});

it("keeps what was typed where it cannot be saved, and says why", async () => {
  openWindow("/batches/3/edit", {
    save_batch: () => {
      throw wireError({ code: "invalid", detail: "There is a batch of this name." });
    },
  });
  const name = await field("Batch name");
  await userEvent.clear(name);
  await userEvent.type(name, "Sports");
  await save();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("There is a batch of this name.");
  expect((await field("Batch name")).value).toBe("Sports");
  expect((await field("Object paths")).value).toBe("/index.html\n/news/*");
});

it("keeps targets of other connections, and offers the distributions of the one in use", async () => {
  const { saved, save_batch } = saving();
  const other = {
    connection: "c2",
    connectionName: "Marketing (staging)",
    target: { kind: "distribution" as const, id: "E9" },
    targetName: null,
  };
  openWindow("/batches/3/edit", { save_batch, batch: () => batchDetails({ row: batchRow({ targets: [other] }) }) });
  await userEvent.click(await screen.findByRole("button", { name: /^Targets/ }));
  await userEvent.click(await screen.findByRole("option", { name: /www\.example\.com/ }));
  await save();
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.id).toBe(3);
  expect(saved[0]?.form.targets).toEqual([{ connection: "c2", target: other.target }, TARGET]);
});

it("goes back to an earlier version", async () => {
  const asked: unknown[] = [];
  let current = batchDetails({});
  openWindow("/batches/3/edit", {
    batch: () => current,
    batch_versions: () => [batchVersion({ name: "Old front page", items: 1, text: "/old" })],
    restore_batch_version: (args: unknown) => {
      asked.push(args);
      current = batchDetails({ row: batchRow({ name: "Old front page" }), text: "/old" });
      return current;
    },
  });
  await screen.findByText("Old front page");
  await userEvent.click(screen.getByRole("button", { name: "Go back to this" }));
  await waitFor(async () => expect((await field("Object paths")).value).toBe("/old"));
  expect((await field("Batch name")).value).toBe("Old front page");
  expect(asked).toEqual([{ id: 3, number: 1 }]);
});

it("begins with what an invalidation cleared, its braces meant as they stand", async () => {
  const { saved, save_batch } = saving();
  openWindow("/distributions/E1SHOP00000001/invalidations/I1", {
    save_batch,
    invalidation: () => ({
      id: "I1",
      created: "2026-11-22T10:15:31Z",
      status: "Completed",
      callerReference: "r",
      items: ["/a{1}", "/b"],
      submission: null,
    }),
  });
  await screen.findByText("/b");
  await userEvent.click(screen.getByRole("button", { name: "Save as batch" }));
  expect((await field("Object paths")).value).toBe("/a{{1}}\n/b");
  await userEvent.type(await field("Batch name"), "As before");
  await save();
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.form.targets).toEqual([TARGET]);
});

it("shows what an earlier version has that the batch has not, and the other way", async () => {
  openWindow("/batches/3/edit", {
    batch_versions: () => [batchVersion({ name: "Old front page", text: "/index.html\n/old" })],
  });
  await userEvent.click(await screen.findByRole("button", { name: "Compare" }));
  expect((await screen.findByRole("region", { name: "Only in this version" })).textContent).toBe("/old");
  expect(screen.getByRole("region", { name: "Only now" }).textContent).toBe("/news/*");
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Only now" })).toBeNull());
});

it("says where an earlier version has the same lines", async () => {
  openWindow("/batches/3/edit", {
    batch_versions: () => [batchVersion({ name: "Other name", text: "/news/*\n/index.html" })],
  });
  await userEvent.click(await screen.findByRole("button", { name: "Compare" }));
  expect(await screen.findByText("Both have the same lines.")).toBeTruthy();
  expect(screen.queryByText("Labels now")).toBeNull();
});

it("shows what has changed of the description, the labels and the colour", async () => {
  openWindow("/batches/3/edit", {
    batch: () => batchDetails({ row: batchRow({ labels: ["press", "daily"], colour: "red" }) }),
    batch_versions: () => [
      batchVersion({ labels: ["daily", "press"], colour: "blue", description: "" }),
      batchVersion({ number: 2, labels: ["daily"], colour: "red" }),
    ],
  });
  const beside = (label: string) => screen.getByText(label).closest("dt")?.nextElementSibling?.textContent;
  const [first, second] = await screen.findAllByRole("button", { name: "Compare" });
  await userEvent.click(first as HTMLElement);
  expect(await screen.findByText("Colour in this version")).toBeTruthy();
  expect(beside("Colour in this version")).toBe("Blue");
  expect(beside("Colour now")).toBe("Red");
  expect(beside("Description in this version")).toBe("–");
  expect(beside("Description now")).toBe("After each edition");
  expect(screen.queryByText("Labels now")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await userEvent.click(second as HTMLElement);
  expect(await screen.findByText("Labels in this version")).toBeTruthy();
  expect(beside("Labels in this version")).toBe("daily");
  expect(beside("Labels now")).toBe("press, daily");
  expect(screen.queryByText("Colour now")).toBeNull();
});
