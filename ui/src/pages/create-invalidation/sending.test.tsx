import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { dropDraft, dropSent, recallDraft } from "../../features/path-editor/drafts";
import type { SubmissionRow, Target } from "../../ipc/client";
import { type Answers, queuedRow, submissionRow, waitingRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { oneSubmission, tell } from "../../test/rust-side";

const TARGET: Target = { kind: "distribution", id: "E1SHOP00000001" };
const PATH = "/distributions/E1SHOP00000001/create";
/** As a person types: what is sent is set right. */
const TYPED = "index.html \n\n/images/*";
const REFUSED: SubmissionRow = submissionRow({
  state: { kind: "refused", at: "2026-11-22T10:15:36Z", reason: { code: "denied", detail: "not authorized" } },
});
const REFUSAL = wireError({
  code: "denied",
  detail: "not authorized",
  action: "cloudfront:CreateInvalidation",
  policy: '{"Version":"2012-10-17"}',
  submission: 7,
});

beforeEach(() => {
  dropDraft("practice", TARGET);
  dropSent(5);
});

const editor = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });

/** Sends what is typed, and is then on the page of the submission. */
async function send(row: SubmissionRow, more: Answers = {}) {
  const side = oneSubmission(row);
  const view = openWindow(PATH, { ...side.answers, ...more });
  fireEvent.input(await editor(), { target: { value: TYPED } });
  await screen.findByText("This run");
  await userEvent.click(screen.getByRole("button", { name: "Create invalidation" }));
  await screen.findByRole("heading", { name: row.name });
  return { ...side, view };
}

it("says beside the button how long one can undo, and that one cannot after that", async () => {
  const view = openWindow(PATH, { settings: () => ({ undoSeconds: 20, notifyCompleted: true }) });
  await screen.findByText(/You have 20 seconds to undo it before it is sent\./);
  fireEvent.input(await editor(), { target: { value: TYPED } });
  await screen.findByText("This run");
  const described = screen.getByRole("button", { name: "Create invalidation" }).getAttribute("aria-describedby");
  expect(document.getElementById(described ?? "")?.textContent).toContain(
    "Once sent, an invalidation cannot be called back.",
  );
  view.unmount();

  openWindow(PATH, { settings: () => ({ undoSeconds: 0, notifyCompleted: true }) });
  await screen.findByText(/Once sent, an invalidation cannot be called back\./);
  await waitFor(() => expect(screen.queryByText(/to undo it/)).toBeNull());
});

it("counts down on the submission's page, then goes on to the invalidation", async () => {
  const { becomes } = await send(waitingRow(30));
  expect(await screen.findByText(/^Sent in \d+ s$/)).toBeTruthy();
  await becomes(queuedRow({ for: { kind: "turn" }, about: null }));
  expect(await screen.findByText("Queued: not sent yet")).toBeTruthy();
  await becomes(submissionRow({}));
  expect(await screen.findByRole("heading", { name: "Invalidation I1" })).toBeTruthy();
});

it("forces no way on whoever has gone elsewhere", async () => {
  const { becomes } = await send(waitingRow(30));
  await userEvent.click(screen.getByRole("link", { name: "Settings" }));
  await screen.findByRole("heading", { name: /^Settings/ });
  await becomes(submissionRow({}));
  await tell({ kind: "everything" });
  expect(screen.getByRole("heading", { name: /^Settings/ })).toBeTruthy();
});

describe("Undo", () => {
  it("leads back to the editor with the text as it was typed, and says that nothing was sent", async () => {
    const undone: unknown[] = [];
    await send(waitingRow(30), {
      undo: ({ run }: { run: number }) => {
        undone.push(run);
        return 1;
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect((await editor()).value).toBe(TYPED);
    expect(undone).toEqual([5]);
    expect(screen.getByText("Taken back: nothing was sent")).toBeTruthy();
    expect(screen.queryByText(/^Copied from/)).toBeNull();
    // It is a draft again, for whoever looks something up first.
    expect(recallDraft("practice", TARGET)?.text).toBe(TYPED);
  });

  it("of a run that was sent in part brings back only what was not", async () => {
    await send(waitingRow(30, { part: 2, parts: 3 }), {
      undo: () => 2,
      run_items: () => ({ name: "spring-sale", items: ["/images/*"] }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect((await editor()).value).toBe("/images/*");
    expect(screen.getByText("Taken back: 2 parts that had not been sent")).toBeTruthy();
  });
});

describe("a refusal", () => {
  it("leads back to the editor with the text, names the missing permission and offers the policy", async () => {
    const { becomes } = await send(waitingRow(30), { refusal: () => REFUSAL });
    await becomes(REFUSED);
    // The page of the submission, which is left, has an alert too.
    const alert = await waitFor(() => {
      const alert = screen.getByRole("alert");
      expect(alert.textContent).toContain("Not sent: Your AWS permissions do not allow this");
      return alert;
    });
    expect(alert.textContent).toContain("cloudfront:CreateInvalidation");
    expect(alert.textContent).toContain("Your paths are still in the editor.");
    expect(within(alert).getByRole("button", { name: "Copy the policy" })).toBeTruthy();
    expect(document.activeElement).toBe(alert);
    expect((await editor()).value).toBe(TYPED);
  });

  it("is past once it is sent again", async () => {
    const { becomes, set } = await send(waitingRow(30), { refusal: () => REFUSAL });
    await becomes(REFUSED);
    await screen.findByText(/^Not sent/);
    set(waitingRow(30));
    await screen.findByText("This run");
    await userEvent.click(screen.getByRole("button", { name: "Create invalidation" }));
    expect(await screen.findByText(/^Sent in \d+ s$/)).toBeTruthy();
  });

  it("is said as far as the submission knows it where no more can be read", async () => {
    const { becomes } = await send(waitingRow(30), {
      refusal: () => {
        throw wireError({ code: "records" });
      },
    });
    await becomes(REFUSED);
    expect(await screen.findByText("Not sent: Your AWS permissions do not allow this")).toBeTruthy();
  });

  it("after the window was opened anew brings back the items from the records", async () => {
    const { becomes } = await send(waitingRow(30), {
      refusal: () => REFUSAL,
      run_items: () => ({ name: "spring-sale", items: ["/index.html", "/images/*"] }),
    });
    dropSent(5);
    await becomes(REFUSED);
    expect((await editor()).value).toBe("/index.html\n/images/*");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("spring-sale");
  });

  it("of one part of several stays with the run: the others are not in the editor", async () => {
    const { becomes } = await send(waitingRow(30, { parts: 3 }));
    await becomes({ ...REFUSED, parts: 3 });
    expect(await screen.findByText("Refused: nothing was invalidated")).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: "Add object paths" })).toBeNull();
  });
});
