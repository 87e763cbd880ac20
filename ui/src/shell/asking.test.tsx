import { emit } from "@tauri-apps/api/event";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { QueuedRun } from "../ipc/client";
import { queuedRun, wireError } from "../test/fake";
import { openWindow } from "../test/open";
import { tell } from "../test/rust-side";

const dialog = (name: string) => screen.findByRole("dialog", { name });
const gone = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

describe("what could still be undone when the app ended", () => {
  const ASK = "Nothing of this was sent";

  /** Two runs to decide about; what is decided is not asked about any more. */
  function start() {
    const until = "2026-11-22T10:15:35Z";
    let asks: QueuedRun[] = [
      queuedRun({ run: 1, name: "one", until, waits: null }),
      queuedRun({ run: 2, name: "two", until, waits: null }),
    ];
    const decided: unknown[] = [];
    const decide = (what: string) => (args: { run: number }) => {
      decided.push({ [what]: args.run });
      asks = asks.filter(({ run }) => run !== args.run);
      return 1;
    };
    openWindow("/distributions", { asks: () => asks, undo: decide("undo"), send_now: decide("send") });
    return { decided, ask: (run: QueuedRun) => (asks = [...asks, run]) };
  }

  it("is asked about at the start, one by one, until all is decided", async () => {
    const { decided } = start();
    const rows = within(await dialog(ASK)).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining("one"),
      expect.stringContaining("two"),
    ]);
    await userEvent.click(within(rows[0]!).getByRole("button", { name: "Send now" }));
    await waitFor(async () => expect(within(await dialog(ASK)).getAllByRole("listitem")).toHaveLength(1));
    await userEvent.click(within(await dialog(ASK)).getByRole("button", { name: "Undo" }));
    await gone();
    expect(decided).toEqual([{ send: 1 }, { undo: 2 }]);
  });

  it("may be decided later; only what is new is asked about then", async () => {
    const { decided, ask } = start();
    await userEvent.click(
      within(await dialog(ASK))
        .getAllByRole("button", { name: "Decide later" })
        .at(-1)!,
    );
    await gone();
    ask(queuedRun({ run: 3, name: "three" }));
    await tell({ kind: "queue" });
    const rows = within(await dialog(ASK)).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining("three")]);
    expect(decided).toEqual([]);
  });
});

describe("closing the window in the time to undo", () => {
  const CLOSE = "Send what waits before closing?";

  async function close(answer_close: (args: { answer: string }) => unknown) {
    openWindow("/distributions", { answer_close });
    await screen.findByRole("heading", { name: /Distributions/ });
    await act(() => emit("close-asked", { runs: 1, submissions: 1, items: 3 }));
    return dialog(CLOSE);
  }

  it("asks, with the keyboard on Stay, which sends nothing and takes nothing back", async () => {
    const answers: string[] = [];
    const modal = await close(({ answer }) => {
      answers.push(answer);
      return null;
    });
    expect(modal.textContent).toContain("3 items were about to be sent");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Stay"));
    await userEvent.keyboard("{Enter}");
    await gone();
    expect(answers).toEqual(["stay"]);
  });

  it("stays where the question is put away", async () => {
    const answers: string[] = [];
    const modal = await close(({ answer }) => {
      answers.push(answer);
      return null;
    });
    await userEvent.click(within(modal).getByRole("button", { name: "Dismiss" }));
    await gone();
    expect(answers).toEqual(["stay"]);
  });

  it("shows that it sends, and lets nothing else be chosen meanwhile", async () => {
    let sent: (value: null) => void = () => {};
    const modal = await close(() => new Promise<null>((resolve) => (sent = resolve)));
    await userEvent.click(within(modal).getByRole("button", { name: "Send now" }));
    const button = (name: string) => within(modal).getByRole<HTMLButtonElement>("button", { name });
    await waitFor(() => expect(button("Send now").getAttribute("aria-disabled")).toBe("true"));
    expect([button("Stay").disabled, button("Take back").disabled]).toEqual([true, true]);
    sent(null);
  });

  it("says why it could not be answered, and can be answered again", async () => {
    const modal = await close(() => {
      throw wireError({ code: "records", detail: "the disk is full" });
    });
    await userEvent.click(within(modal).getByRole("button", { name: "Take back" }));
    expect((await within(modal).findByRole("alert")).textContent).toContain("the disk is full");
    expect(within(modal).getByRole<HTMLButtonElement>("button", { name: "Take back" }).disabled).toBe(false);
  });
});

describe("a run that ends", () => {
  const target = { kind: "distribution", id: "E1SHOP00000001" };
  const counts = { submissions: 1, items: 3, completed: 1, accepted: 0, refused: 0, withdrawn: 0 };
  const ended = { kind: "runEnded", run: 5, name: "spring-sale", target, targetName: "Shop", ...counts };

  async function end(path: string, part: object, notifyCompleted = true) {
    const told: unknown[] = [];
    openWindow(path, {
      settings: () => ({ undoSeconds: 5, notifyCompleted }),
      notify: ({ title }: { title: string }) => {
        told.push(title);
        return null;
      },
    });
    await screen.findByRole("heading", { level: 1 });
    await tell({ ...ended, ...part });
    return told;
  }

  it("is told on the desktop and in the window", async () => {
    const told = await end("/connections", {});
    expect(await screen.findByText("CloudFront has forgotten 3 items of Shop.")).toBeTruthy();
    await waitFor(() => expect(told).toEqual(["Completed: spring-sale"]));
  });

  it("is not told a second time in the window where its own page is shown", async () => {
    const told = await end("/distributions/E1SHOP00000001/invalidations/I1", {});
    await waitFor(() => expect(told).toEqual(["Completed: spring-sale"]));
    expect(screen.queryByText("CloudFront has forgotten 3 items of Shop.")).toBeNull();
  });

  it("is told in the window alone where the person wants no notifications", async () => {
    const told = await end("/connections", { completed: 0, refused: 1 }, false);
    expect(await screen.findByText("Refused: spring-sale")).toBeTruthy();
    expect(told).toEqual([]);
  });
});
