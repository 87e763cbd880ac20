import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { batchDetails, batchRow, KEY, PRACTICE, queuedRow, report, runReview, submissionRow } from "../../test/fake";
import { openWindow } from "../../test/open";
import { oneSubmission } from "../../test/rust-side";
import { dropDraft } from "../path-editor/drafts";

const ID = "E1SHOP00000001";
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000 - 5_000).toISOString();
const double = (minutes: number) => report({ double: { submission: 7, asked: ago(minutes) } });
const create = () => screen.findByRole("button", { name: "Create invalidation" });
const inProgress = submissionRow({});
const completed = submissionRow({
  state: { kind: "completed", invalidation: "I1", created: "2026-11-22T10:15:31Z", seen: "2026-11-22T10:15:50Z" },
});

beforeEach(() => dropDraft("practice", { kind: "distribution", id: ID }));

/** Opens the editor with paths of which the report says that they are on their way already. */
async function typed(answers = {}, minutes = 3) {
  const sent: unknown[] = [];
  const side = oneSubmission(inProgress);
  openWindow(`/distributions/${ID}/create`, {
    ...side.answers,
    check_items: () => double(minutes),
    submit: (args: unknown) => {
      sent.push(args);
      return inProgress;
    },
    ...answers,
  });
  fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a" } });
  await screen.findByText("The same paths were sent 3 minutes ago and are still in progress.");
  return { sent, side };
}

const TITLE = "The same paths were sent 3 minutes ago and are still in progress";
const dialog = () => screen.findByRole("dialog", { name: TITLE });
const inDialog = async (name: string) => within(await dialog()).findByRole("button", { name });

describe("the same paths a second time, while the first are on their way", () => {
  it("are not sent before the person agrees, and the keyboard begins where nothing is sent", async () => {
    const { sent } = await typed();
    await userEvent.click(await create());
    await waitFor(async () => expect(document.activeElement).toBe(await inDialog("Cancel")));
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent).toEqual([]);
    await userEvent.click(await create());
    await userEvent.click(await inDialog("Send again anyway"));
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it("are shown where they are", async () => {
    const { sent } = await typed();
    await userEvent.click(await create());
    await userEvent.click(await inDialog("Show it"));
    expect(await screen.findByRole("heading", { name: "spring-sale" })).toBeTruthy();
    expect(window.location.hash).toBe("#/activity/7");
    expect(sent).toEqual([]);
  });

  it("are asked about before production is", async () => {
    const { sent } = await typed({ connections: () => [{ ...PRACTICE, production: true }, KEY] });
    await userEvent.click(await create());
    await userEvent.click(await inDialog("Send again anyway"));
    expect(await screen.findByRole("dialog", { name: "Send this to production?" })).toBeTruthy();
    expect(screen.queryByRole("dialog", { name: TITLE })).toBeNull();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Send to production" }));
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it("are no double any more once the first are done", async () => {
    const { sent, side } = await typed();
    await side.becomes(completed);
    await waitFor(() => expect(screen.queryByText(/^The same paths were/)).toBeNull());
    await userEvent.click(await create());
    await waitFor(() => expect(sent).toHaveLength(1));
  });
});

it("what was asked for and is not sent yet is not said to be", async () => {
  const { answers } = oneSubmission(queuedRow({ for: { kind: "turn" }, about: null }));
  openWindow(`/distributions/${ID}/create`, { ...answers, check_items: () => double(3) });
  fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a" } });
  expect(await screen.findByText("The same paths were asked for 3 minutes ago and wait to be sent.")).toBeTruthy();
  await userEvent.click(await create());
  const asked = await screen.findByRole("dialog", {
    name: "The same paths were asked for 3 minutes ago and wait to be sent",
  });
  expect(asked.textContent).toContain("Once they are sent they clear whatever has changed by then.");
});

it("the time since then is that of the clock, in minutes and in hours", async () => {
  for (const [minutes, words] of [
    [0, "less than a minute ago"],
    [1, "1 minute ago"],
    [59, "59 minutes ago"],
    [130, "2 hours ago"],
  ] as const) {
    dropDraft("practice", { kind: "distribution", id: ID });
    const view = openWindow(`/distributions/${ID}/create`, { check_items: () => double(minutes) });
    fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a" } });
    expect(await screen.findByText(`The same paths were sent ${words} and are still in progress.`)).toBeTruthy();
    view.unmount();
  }
});

it("a run names those of its targets that have one", async () => {
  const [first] = batchRow({}).targets;
  if (!first) throw new Error("the batch has no target");
  const other = { ...first, target: { kind: "distribution" as const, id: "E2" }, targetName: "Blog" };
  const runs: unknown[] = [];
  openWindow("/batches/3/run", {
    batch: () => batchDetails({ row: batchRow({ targets: [first, other] }) }),
    review_run: () =>
      runReview({
        targets: [
          { target: first, report: report({ items: 2 }), error: null },
          { target: other, report: double(3), error: null },
        ],
      }),
    run_batch: (args: unknown) => {
      runs.push(args);
      return inProgress;
    },
  });
  expect(await screen.findByText(/^Blog: sent 3 minutes ago, still in progress\./)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Show it: Blog" }).getAttribute("href")).toBe("#/activity/7");
  const button = await create();
  await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
  await userEvent.click(button);
  const asked = await screen.findByRole("dialog", {
    name: "The same paths are on their way already",
  });
  expect(asked.textContent).toContain("Blog: sent 3 minutes ago, still in progress.");
  expect(asked.textContent).not.toContain("Shop");
  expect(runs).toEqual([]);
  await userEvent.click(within(asked).getByRole("button", { name: "Send again anyway" }));
  await waitFor(() => expect(runs).toHaveLength(1));
});
