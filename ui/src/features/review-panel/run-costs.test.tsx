import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { BudgetMet, MonthRow, RunCost } from "../../ipc/client";
import { type Answers, batchDetails, batchRow, KEY, report, runReview } from "../../test/fake";
import { monthRow, runCost } from "../../test/fake-costs";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";
import { dropDraft } from "../path-editor/drafts";

const ID = "E1SHOP00000001";

beforeEach(() => dropDraft("practice", { kind: "distribution", id: ID }));

/** Opens the editor with a path in it, whose run costs this. */
async function edit(cost: Partial<RunCost>, answers: Answers = {}) {
  openWindow(`/distributions/${ID}/create`, { check_items: () => report({ cost: runCost(cost) }), ...answers });
  fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a" } });
  await screen.findByText("This run");
}

/** What stands beside a label. */
const beside = (label: string) => screen.getByText(label).closest("dt")?.nextElementSibling?.textContent;
const create = () => screen.getByRole("button", { name: "Create invalidation" });

describe("what a run costs", () => {
  it("is one figure where the month was counted in full, with the month around it", async () => {
    await edit({
      least: "0.04",
      most: "0.04",
      freeLeft: 1234,
      afterItems: 2008,
      afterLeast: "5.04",
      afterMost: "5.04",
      isComplete: true,
      countedAt: "2026-11-22T10:15:00Z",
    });
    expect(beside("This run")).toBe("$0.04");
    expect(beside("Free items left before it")).toBe("1,234");
    expect(beside("The month’s items after it")).toBe("2,008");
    expect(beside("The month’s cost after it")).toBe("$5.04");
    expect(screen.getByText(/^The month was counted/).textContent).toContain("2026");
    expect(screen.getByText(/Pay-as-you-go estimate: \$0\.005 an item/)).toBeTruthy();
    expect(screen.queryByText(/A range, because/)).toBeNull();
    expect(screen.getByRole("link", { name: "See the month’s costs" }).getAttribute("href")).toBe("#/costs");
  });

  it("is a range with its reason where the month was not, and the figures are bounds", async () => {
    await edit({ least: "0", most: "0.50", freeLeft: 900, afterItems: 200, afterLeast: "0", afterMost: "1" });
    expect(beside("This run")).toBe("$0.00 to $0.50");
    expect(beside("Free items left before it")).toContain("At most 900");
    expect(beside("The month’s items after it")).toBe("At least 200");
    expect(beside("The month’s cost after it")).toBe("$0.00 to $1.00");
    expect(screen.getByText("The month was not counted yet.")).toBeTruthy();
    expect(screen.getByText(/A range, because this month was not counted in full/)).toBeTruthy();
  });

  it("says who used the month, once that is unfolded", async () => {
    const origins = [
      { origin: "other" as const, items: 70, invalidations: 2 },
      { origin: "housekeeper" as const, items: 12, invalidations: 3 },
    ];
    await edit({}, { month: () => monthRow({ origins }), count_month: () => monthRow({ origins }) });
    await userEvent.click(await screen.findByRole("button", { name: "Who used the month so far" }));
    expect(beside("This app")).toBe("12");
    expect(beside("AWS CLI")).toBe("0");
    expect(beside("Others")).toBe("70");
  });
});

describe("the month", () => {
  /** The month as the Rust side has it, which a test changes. */
  function counted(first: Partial<MonthRow>) {
    let row = monthRow(first);
    const asked: unknown[] = [];
    const checked: string[] = [];
    const answers: Answers = {
      month: () => row,
      count_month: (args: unknown) => {
        asked.push(args);
        return row;
      },
      check_items: ({ text }: { text: string }) => {
        checked.push(text);
        return report({});
      },
    };
    async function becomes(part: Partial<MonthRow>) {
      row = { ...row, ...part };
      await tell({ kind: "month" });
    }
    return { answers, asked, checked, becomes };
  }

  const counting = { targets: 40, targetsDone: 40, toRead: 60, read: 40, isSlow: false };

  it("is counted once when the page opens, and says how far that is until it is done", async () => {
    const { answers, asked, becomes } = counted({ counting: { ...counting, toRead: 0, read: 0, targets: null } });
    await edit({}, answers);
    expect(await screen.findByText("Counting the month…")).toBeTruthy();
    await becomes({ counting: { ...counting, isSlow: true } });
    expect(await screen.findByText(/Counting the month… 40 of 100 read/)).toBeTruthy();
    expect(screen.getByText(/AWS asks for a slower pace/)).toBeTruthy();
    await becomes({ counting: null });
    await waitFor(() => expect(screen.queryByText(/Counting the month/)).toBeNull());
    expect(asked).toEqual([{ connection: "practice", anew: false }]);
  });

  it("is told of before anything is typed", async () => {
    const { answers } = counted({ counting });
    openWindow(`/distributions/${ID}/create`, answers);
    expect(await screen.findByText(/40 of 100 read/)).toBeTruthy();
    expect(screen.getByText("Nothing to send yet.")).toBeTruthy();
  });

  it("has the lines checked again when its figures change, and not for progress alone", async () => {
    const { answers, checked, becomes } = counted({ items: 5, counting });
    await edit({}, answers);
    await waitFor(() => expect(checked).toEqual(["/a"]));
    for (let read = 41; read < 50; read += 1) await becomes({ counting: { ...counting, read } });
    expect(checked).toEqual(["/a"]);
    // Many changes within a moment are one.
    for (let items = 6; items < 10; items += 1) await becomes({ items });
    expect(checked.length).toBeLessThanOrEqual(2);
    await becomes({ items: 12, counting: null, countedAt: "2026-11-22T11:00:00Z" });
    await waitFor(() => expect(checked.length).toBeGreaterThanOrEqual(2));
    expect(checked.length).toBeLessThanOrEqual(3);
  });
});

describe("a budget", () => {
  const met = (part: Partial<BudgetMet>): BudgetMet => ({
    scope: { kind: "account" },
    limit: 1000,
    items: 1204,
    refuses: true,
    fixedBy: null,
    ...part,
  });

  it("that refuses says so, and nothing can be sent", async () => {
    const sent: unknown[] = [];
    const file = "/etc/housekeeper/policy.toml";
    const budgets = [met({ refuses: false, limit: 900 }), met({ fixedBy: file })];
    await edit({ budgets }, { submit: (args: unknown) => sent.push(args) });
    const sentence = "This run would take the month to 1,204 items; the budget allows 1,000.";
    // In the alert, and as the button's reason.
    await waitFor(() => expect(screen.getAllByText(sentence).length).toBeGreaterThan(1));
    // What is refused needs no warning.
    expect(screen.queryByText(/a warning was set/)).toBeNull();
    expect(screen.getByText(`Set by your administrator in ${file}`)).toBeTruthy();
    expect(create().getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(create());
    expect(sent).toEqual([]);
  });

  it("that warns says so, by the target's name where it is of a target, and lets it go", async () => {
    const scope = { kind: "target" as const, target: { kind: "distribution" as const, id: ID }, name: "Shop" };
    await edit({ budgets: [met({ scope, refuses: false, limit: 100, items: 101 })] });
    expect(screen.getByText("This run takes Shop to 101 items this month; a warning was set above 100.")).toBeTruthy();
    expect(create().getAttribute("aria-disabled")).not.toBe("true");
  });

  it("that refuses holds for a saved batch too", async () => {
    openWindow("/batches/3/run", {
      review_run: () => runReview({ costs: [runCost({ items: 2, budgets: [met({ items: 1001 })] })] }),
    });
    await waitFor(() => expect(screen.getAllByText(/would take the month to 1,001 items/).length).toBeGreaterThan(1));
    expect(create().getAttribute("aria-disabled")).toBe("true");
  });
});

it("a saved batch into two accounts tells the costs of each by the connection's name, and counts both months", async () => {
  const asked: string[] = [];
  const targets = [
    ...runReview({}).targets.map(({ target }) => target),
    {
      connection: KEY.id,
      connectionName: KEY.name,
      target: { kind: "distribution" as const, id: "E2" },
      targetName: "Blog",
    },
  ];
  openWindow("/batches/3/run", {
    batch: () => batchDetails({ row: batchRow({ targets }) }),
    review_run: () =>
      runReview(
        {
          costs: [
            runCost({ least: "0.01", most: "0.01" }),
            runCost({ connection: KEY.id, currency: "CNY", least: "0", most: "0" }),
          ],
        },
        targets,
      ),
    count_month: ({ connection }: { connection: string }) => {
      asked.push(connection);
      return monthRow({});
    },
  });
  expect(await screen.findByText("Through Practice account")).toBeTruthy();
  expect(screen.getByText(`Through ${KEY.name}`)).toBeTruthy();
  expect(screen.getByText("$0.01")).toBeTruthy();
  expect(screen.getAllByText(/^CN¥0\.00/).length).toBeGreaterThan(0);
  expect(asked.sort()).toEqual([KEY.id, "practice"]);
});
