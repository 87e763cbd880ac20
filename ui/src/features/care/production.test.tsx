import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type Answers,
  batchDetails,
  batchRow,
  KEY,
  PRACTICE,
  queuedRow,
  queuedRun,
  queueOf,
  report,
  runReview,
  submissionRow,
  waitingRow,
} from "../../test/fake";
import { openWindow } from "../../test/open";
import { oneSubmission } from "../../test/rust-side";
import { dropDraft } from "../path-editor/drafts";

const LIVE = { ...PRACTICE, name: "Shop live", production: true };
const ID = "E1SHOP00000001";
const DECISION = { for: { kind: "decision" as const }, about: null };

beforeEach(() => dropDraft("practice", { kind: "distribution", id: ID }));

const dialog = () => screen.findByRole("dialog", { name: "Send this to production?" });
const noDialog = () => expect(screen.queryByRole("dialog", { name: "Send this to production?" })).toBeNull();
const inDialog = async (name: string) => within(await dialog()).findByRole("button", { name });

/** Takes note of each call of a command. */
function noted(command: string, answer: unknown = null) {
  const calls: unknown[] = [];
  const answers: Answers = {
    [command]: (args: unknown) => {
      calls.push(args);
      return answer;
    },
  };
  return { calls, answers };
}

/**
 * Presses what sends: nothing goes out before the person agrees, and the keyboard is on Cancel. Returns what the
 * dialogue says.
 */
async function asksOnce(press: () => Promise<unknown>, calls: readonly unknown[]): Promise<string> {
  await press();
  await waitFor(async () => expect(document.activeElement).toBe(await inDialog("Cancel")));
  await userEvent.keyboard("{Enter}");
  await waitFor(noDialog);
  expect(calls).toEqual([]);
  await press();
  const said = (await dialog()).textContent ?? "";
  await userEvent.click(await inDialog("Send to production"));
  await waitFor(() => expect(calls).toHaveLength(1));
  await waitFor(noDialog);
  return said;
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));

describe("through a connection that is marked as production", () => {
  const connections = () => [LIVE, KEY];

  it("Create invalidation asks once more, with the account and what goes where", async () => {
    const { calls, answers } = noted("submit", submissionRow({}));
    openWindow(`/distributions/${ID}/create`, { connections, check_items: () => report({ items: 3 }), ...answers });
    fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a" } });
    await screen.findByText("This run");
    const said = await asksOnce(() => press("Create invalidation"), calls);
    expect(said).toContain("Shop live, which is marked as production and leads to account 000000000000");
    expect(said).toContain("3 items on www.example.com");
  });

  it("Retry asks once more, on the page of a submission, in the table and in the queue", async () => {
    const refused = submissionRow({
      items: 4,
      state: { kind: "refused", at: "2026-11-22T10:15:31Z", reason: { code: "denied", detail: "" } },
    });
    const { calls, answers } = noted("retry", refused);
    const page = openWindow("/activity/7", { connections, ...oneSubmission(refused).answers, ...answers });
    expect(await asksOnce(() => press("Retry"), calls)).toContain("4 items on Shop");
    page.unmount();

    calls.length = 0;
    const table = openWindow("/activity", { connections, ...oneSubmission(refused).answers, ...answers });
    await asksOnce(() => press("Retry"), calls);
    table.unmount();

    calls.length = 0;
    const run = queuedRun({ items: 9, waits: { for: { kind: "network" }, about: null } });
    openWindow("/activity", { connections, queue: () => queueOf([run]), ...answers });
    expect(await asksOnce(() => press("Retry"), calls)).toContain("9 items on Shop");
    expect(calls).toEqual([{ id: 7 }]);
  });

  it("Send now of what waits for a decision asks once more, and names the rest of its run", async () => {
    const { calls, answers } = noted("send_now");
    const row = queuedRow(DECISION, { part: 2, parts: 3 });
    openWindow("/activity/7", { connections, ...oneSubmission(row).answers, ...answers });
    const said = await asksOnce(() => press("Send now"), calls);
    expect(said).toContain("3 items on Shop – and with it the other parts of its run that wait.");
  });

  it("Send now of what the window asks about at its start asks once more, over that question", async () => {
    const { calls, answers } = noted("send_now");
    const run = queuedRun({ until: "2026-11-22T10:15:35Z", waits: null });
    openWindow("/distributions", { connections, asks: () => [run], ...answers });
    expect(await asksOnce(() => press("Send now"), calls)).toContain("3 items on Shop");
  });

  it("Send now of what still counts down does not: it was agreed to as it was asked for", async () => {
    const { calls, answers } = noted("send_now");
    openWindow("/activity/7", { connections, ...oneSubmission(waitingRow(30)).answers, ...answers });
    await press("Send now");
    await waitFor(() => expect(calls).toHaveLength(1));
    noDialog();
  });
});

describe("a run of a saved batch", () => {
  const [first] = batchRow({}).targets;
  if (!first) throw new Error("the batch has no target");
  const other = {
    ...first,
    connection: KEY.id,
    targetName: "Blog",
    target: { kind: "distribution" as const, id: "E2" },
  };

  it("asks for each of its targets that goes through production, and for no other", async () => {
    const { calls, answers } = noted("run_batch", submissionRow({}));
    openWindow("/batches/3/run", {
      connections: () => [PRACTICE, { ...KEY, production: true }],
      batch: () => batchDetails({ row: batchRow({ targets: [first, other] }) }),
      review_run: () => runReview({}, [first, other]),
      ...answers,
    });
    const button = await screen.findByRole("button", { name: "Create invalidation" });
    await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
    const said = await asksOnce(() => userEvent.click(button), calls);
    expect(said).toContain("Marketing (staging), which is marked as production and leads to account 123456789012");
    expect(said).toContain("2 items on Blog");
    expect(said).not.toContain("Shop");
  });
});

it("through any other connection nothing is asked", async () => {
  const { calls, answers } = noted("submit", submissionRow({}));
  openWindow(`/distributions/${ID}/create`, {
    connections: () => [PRACTICE, { ...KEY, production: true }],
    ...answers,
  });
  fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a" } });
  await screen.findByText("This run");
  await press("Create invalidation");
  await waitFor(() => expect(calls).toHaveLength(1));
  noDialog();
});
