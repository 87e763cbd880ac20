import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { dropDraft, recallDraft } from "../../features/path-editor/drafts";
import type { Target } from "../../ipc/client";
import { submissionRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { draftRecords } from "../../test/rust-side";

const TARGET: Target = { kind: "distribution", id: "E1SHOP00000001" };
const PATH = "/distributions/E1SHOP00000001/create";
const KEY = "create/practice/distribution/E1SHOP00000001";

beforeEach(() => dropDraft("practice", TARGET));

const editor = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
const type = (area: HTMLTextAreaElement, text: string) => fireEvent.input(area, { target: { value: text } });
const cancel = () => userEvent.click(screen.getByRole("button", { name: "Cancel" }));
const contentOf = (records: Map<string, { content: string }>) => JSON.parse(records.get(KEY)?.content ?? "null");

/** As after a restart: the window remembers nothing. */
function restart(view: { unmount: () => void }) {
  view.unmount();
  dropDraft("practice", TARGET);
}

it("is kept about a second after the last key, and once", async () => {
  const { records, answers, writes } = draftRecords();
  openWindow(PATH, answers);
  const area = await editor();
  vi.useFakeTimers();
  try {
    for (const text of ["/a", "/ab", "/abc"]) {
      type(area, text);
      act(() => vi.advanceTimersByTime(900));
    }
    expect(writes).toEqual([]);
    act(() => vi.advanceTimersByTime(100));
    await vi.waitFor(() => expect(contentOf(records)?.text).toBe("/abc"));
  } finally {
    vi.useRealTimers();
  }
  expect(writes).toHaveLength(1);
});

it("is there again after a restart, with its name, its reason and since when", async () => {
  const { records, answers } = draftRecords();
  const view = openWindow(PATH, answers);
  type(await editor(), "/half/done");
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "spring");
  await userEvent.type(screen.getByRole("textbox", { name: "Reason or ticket" }), "T-1");
  restart(view);
  await waitFor(() => expect(contentOf(records)?.reason).toBe("T-1"));

  openWindow(PATH, answers);
  expect((await editor()).value).toBe("/half/done");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("spring");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Reason or ticket" }).value).toBe("T-1");
  expect(screen.getByText("You had already begun")).toBeTruthy();
  expect(screen.getByText(/Last changed: Nov 25, 2026/)).toBeTruthy();
});

it("is waited for before the form is there", async () => {
  let answer: ((draft: unknown) => void) | undefined;
  openWindow(PATH, { draft: () => new Promise((resolve) => (answer = resolve)) });
  await waitFor(() => expect(answer).toBeTruthy());
  expect(await screen.findByText("Loading")).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Add object paths" })).toBeNull();
  answer?.({ content: JSON.stringify({ text: "/late" }), at: "2026-11-25T08:00:00Z" });
  expect((await editor()).value).toBe("/late");
});

it("is ignored where it is no draft", async () => {
  const { records, answers } = draftRecords();
  records.set(KEY, { content: '["/a"]', at: "2026-11-25T08:00:00Z" });
  openWindow(PATH, answers);
  expect((await editor()).value).toBe("");
  expect(screen.queryByText("You had already begun")).toBeNull();
});

it("that cannot be read leaves the editor to be used, and says so", async () => {
  openWindow(PATH, {
    draft: () => {
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  await editor();
  expect(screen.getByText("Whether you had already begun here could not be found out")).toBeTruthy();
});

it("is forgotten once it is sent", async () => {
  const { records, answers } = draftRecords();
  records.set(KEY, { content: JSON.stringify({ text: "/a", reason: " T-2 " }), at: "2026-11-25T08:00:00Z" });
  const sent: unknown[] = [];
  openWindow(PATH, {
    ...answers,
    submit: (args: unknown) => {
      sent.push(args);
      return submissionRow({});
    },
  });
  await editor();
  await screen.findByText("This run");
  await userEvent.click(screen.getByRole("button", { name: "Create invalidation" }));
  await waitFor(() => expect(records.size).toBe(0));
  expect(sent).toEqual([{ connection: "practice", target: TARGET, text: "/a", name: "", reason: "T-2" }]);
  expect(recallDraft("practice", TARGET)).toBeNull();
});

it("is forgotten by Cancel, and brought back into the records too", async () => {
  const { records, answers } = draftRecords();
  openWindow(PATH, answers);
  type(await editor(), "/mine");
  await cancel();
  await waitFor(() => expect(records.size).toBe(0));
  await userEvent.click(await screen.findByRole("button", { name: "Bring it back" }));
  expect((await editor()).value).toBe("/mine");
  await waitFor(() => expect(contentOf(records)?.text).toBe("/mine"));
});

it("that cannot be kept is told of once", async () => {
  let tries = 0;
  openWindow(PATH, {
    keep_draft: () => {
      tries += 1;
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  const area = await editor();
  type(area, "/a");
  expect(await screen.findByText("What you type could not be kept for the next start")).toBeTruthy();
  type(area, "/ab");
  await waitFor(() => expect(tries).toBe(2));
  expect(screen.getAllByText("What you type could not be kept for the next start")).toHaveLength(1);
});
