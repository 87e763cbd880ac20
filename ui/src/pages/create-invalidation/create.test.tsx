import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import type { CheckReport, SubmissionRow, Target } from "../../ipc/client";
import { distribution, invalidationDetails, opened, report, submissionRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const TARGET: Target = { kind: "distribution", id: "E1SHOP00000001" };
const PATH = "/distributions/E1SHOP00000001/create";

beforeEach(() => dropDraft("practice", TARGET));

const editor = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
const type = (area: HTMLTextAreaElement, text: string) => fireEvent.input(area, { target: { value: text } });
const createButton = () => screen.getByRole("button", { name: "Create invalidation" });

/** A check whose answers come when the test says so. */
function slowChecks() {
  const asked: { text: string; answer: (report: CheckReport) => void }[] = [];
  const check_items = ({ text }: { text: string }) =>
    new Promise<CheckReport>((answer) => asked.push({ text, answer }));
  return { asked, check_items };
}

describe("the checks", () => {
  it("wait until the keys rest, and then ask once for the whole text", async () => {
    const { asked, check_items } = slowChecks();
    openWindow(PATH, { check_items });
    const area = await editor();
    vi.useFakeTimers();
    try {
      for (const text of ["/", "/a", "/ab"]) {
        type(area, text);
        vi.advanceTimersByTime(100);
      }
      expect(asked).toHaveLength(0);
      vi.advanceTimersByTime(100);
      await vi.waitFor(() => expect(asked.map(({ text }) => text)).toEqual(["/ab"]));
    } finally {
      vi.useRealTimers();
    }
  });

  it("show the newest text's findings, never an older one's", async () => {
    const { asked, check_items } = slowChecks();
    openWindow(PATH, { check_items });
    const area = await editor();
    type(area, "/old~");
    await waitFor(() => expect(asked).toHaveLength(1));
    type(area, "/new");
    asked[0]!.answer(report({ items: 77 }));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(screen.queryByText("77")).toBeNull();
    asked[1]!.answer(report({ items: 42 }));
    expect(await screen.findByText("42")).toBeTruthy();
  });

  it("are run again once the distribution was read, since they know more from then on", async () => {
    let read: (details: unknown) => void = () => {};
    const distribution_details = () => new Promise((answer) => (read = answer));
    const texts: string[] = [];
    const check_items = ({ text }: { text: string }) => {
      texts.push(text);
      return report({ items: texts.length });
    };
    openWindow(PATH, { check_items, distribution_details });
    type(await editor(), "/a");
    await waitFor(() => expect(texts).toEqual(["/a"]));
    read(opened(distribution({})));
    await waitFor(() => expect(texts).toEqual(["/a", "/a"]));
  });

  it("list each finding with its line and reason, and a fix replaces that line alone", async () => {
    const finding = {
      line: 2,
      rule: "tilde" as const,
      severity: "error" as const,
      subject: "~",
      becomes: null,
      otherLine: null,
      fix: { replacement: ["/x*"] },
      source: "",
    };
    const check_items = ({ text }: { text: string }) =>
      text.includes("~") ? report({ items: 2, errors: 1, findings: [finding] }) : report({ items: 3 });
    openWindow(PATH, { check_items });
    const area = await editor();
    type(area, "/a\n/x~y\n/b");
    const errors = await screen.findByRole("list", { name: "1 error" });
    expect(errors.textContent).toContain("Line 2");
    expect(errors.textContent).toContain("CloudFront refuses the tilde");
    expect(createButton().getAttribute("aria-disabled") ?? createButton().getAttribute("disabled")).not.toBeNull();

    fireEvent.click(within(errors).getByRole("button", { name: "Use a wildcard, line 2" }));
    expect(area.value).toBe("/a\n/x*\n/b");
    await waitFor(() => expect(screen.queryByRole("list", { name: "1 error" })).toBeNull());
  });

  it("offer one click for all fixes of a rule, and put the earlier text back on demand", async () => {
    const finding = (line: number) => ({
      line,
      rule: "coveredByWildcard" as const,
      severity: "warning" as const,
      subject: "",
      becomes: null,
      otherLine: 1,
      fix: { replacement: [] },
      source: "",
    });
    const check_items = ({ text }: { text: string }) =>
      text.includes("/a/1") ? report({ warnings: 2, findings: [finding(2), finding(4)] }) : report({});
    openWindow(PATH, { check_items });
    const area = await editor();
    const before = "/a/*\n/a/1\n/b\n/a/2";
    type(area, before);
    fireEvent.click(await screen.findByRole("button", { name: "Fix all 2: Remove the line" }));
    expect(area.value).toBe("/a/*\n/b");
    expect(screen.getByText("2 lines fixed")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Undo the fix" }));
    expect(area.value).toBe(before);
    expect(screen.queryByRole("button", { name: "Undo the fix" })).toBeNull();

    fireEvent.click(await screen.findByRole("button", { name: "Remove the line, line 4" }));
    expect(screen.getByText("1 line fixed")).toBeTruthy();
    type(area, `${area.value}\n/typed`);
    expect(screen.queryByRole("button", { name: "Undo the fix" })).toBeNull();
  });

  it("say how many findings are not shown", async () => {
    const findings = [
      {
        line: 1,
        rule: "everything",
        severity: "warning",
        subject: "/*",
        becomes: null,
        otherLine: null,
        fix: null,
        source: "",
      },
    ];
    openWindow(PATH, { check_items: () => report({ warnings: 500, findings: findings as CheckReport["findings"] }) });
    type(await editor(), "/*");
    expect((await screen.findByText(/499 more/)).textContent).toContain("Show more");
  });

  it("that fail leave the text and say so", async () => {
    const check_items = () => {
      throw wireError({ code: "unreachable", detail: "no route" });
    };
    openWindow(PATH, { check_items });
    const area = await editor();
    type(area, "/a");
    expect(await screen.findByText("The lines could not be checked")).toBeTruthy();
    expect(area.value).toBe("/a");
  });
});

describe("sending", () => {
  it("shows the price as a range, and goes on to the invalidation, which is followed to its end", async () => {
    const sent: unknown[] = [];
    const submit = (args: unknown) => {
      sent.push(args);
      return submissionRow({});
    };
    openWindow(PATH, { submit, invalidation: () => invalidationDetails({ status: "Completed" }) });
    type(await editor(), "/index.html");
    await screen.findByText("This run");
    expect(screen.getAllByText("$0.00 to $0.005")).toHaveLength(2);
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "spring");
    await userEvent.click(createButton());
    expect(await screen.findByRole("heading", { name: "Invalidation I1" })).toBeTruthy();
    expect(sent).toEqual([{ connection: "practice", target: TARGET, text: "/index.html", name: "spring", reason: "" }]);
    expect(await screen.findByText("Still the old page? Your browser keeps copies too")).toBeTruthy();
  });

  it("that is not even stored keeps the text, and says why", async () => {
    const submit = () => {
      throw wireError({ code: "records", detail: "the disk is full" });
    };
    openWindow(PATH, { submit });
    const area = await editor();
    type(area, "/index.html");
    await screen.findByText("This run");
    await userEvent.click(createButton());
    expect((await screen.findByRole("alert")).textContent).toContain("Not sent: The app’s own records");
    expect(area.value).toBe("/index.html");
  });

  it("whose reply was lost goes on to the submission, which says that it is being settled", async () => {
    const row: SubmissionRow = submissionRow({
      state: { kind: "unknown", attempts: 1, lost: "2026-11-22T10:15:31Z", reason: { code: "replyLost", detail: "" } },
    });
    openWindow(PATH, { submit: () => row, submission: () => ({ row, items: ["/index.html"], history: [] }) });
    type(await editor(), "/index.html");
    await screen.findByText("This run");
    await userEvent.click(createButton());
    expect(await screen.findByText(/settled with the same caller reference/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Retry" })).toBeTruthy();
  });
});

describe("what was typed", () => {
  it("is there again after a visit to another page", async () => {
    const view = openWindow(PATH);
    type(await editor(), "/half/done");
    fireEvent.click(screen.getByRole("link", { name: "Activity" }));
    await screen.findByRole("heading", { name: /^Activity/ });
    view.unmount();
    openWindow(PATH);
    expect((await editor()).value).toBe("/half/done");
    expect(screen.getByText("You had already begun")).toBeTruthy();
  });

  it("is put aside by a copy, and can be brought back", async () => {
    const view = openWindow(PATH);
    type(await editor(), "/mine");
    view.unmount();
    openWindow(`${PATH}?invalidation=I1`);
    const area = await editor();
    expect(area.value).toBe("/index.html\n/images/*\n/news");
    await userEvent.click(screen.getByRole("button", { name: "Bring it back" }));
    expect(area.value).toBe("/mine");
  });

  it("is put aside by Cancel", async () => {
    openWindow(PATH);
    type(await editor(), "/mine");
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await userEvent.click(await screen.findByRole("button", { name: "Bring it back" }));
    expect((await editor()).value).toBe("/mine");
  });
});
