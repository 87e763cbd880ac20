import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { BudgetRow, TariffRow } from "../../ipc/client";
import { type Answers, wireError } from "../../test/fake";
import { TARIFFS } from "../../test/fake-costs";
import { openWindow } from "../../test/open";
import { exactPrice } from "./price";

/** Takes note of each call of a command, which may change what is kept. */
function noted(command: string, change: () => void = () => {}) {
  const calls: unknown[] = [];
  const answers: Answers = {
    [command]: (args: unknown) => {
      calls.push(args);
      change();
      return null;
    },
  };
  return { calls, answers };
}

const enter = async (field: HTMLElement, value: string) => {
  await userEvent.clear(field);
  if (value !== "") await userEvent.type(field, value);
};

describe("prices", () => {
  const table = () => screen.findByRole("table", { name: "Prices" });

  it("stand there with their source and day, and a limit to what they say", async () => {
    openWindow("/settings");
    await waitFor(async () => expect((await table()).textContent).toContain("CN¥0.03355"));
    const rows = within(await table()).getAllByRole("row");
    expect(rows[1]?.textContent).toContain("AWS $0.0051,000Amazon CloudFront Developer Guide");
    expect(rows[1]?.textContent).toContain("2026-11-22");
    expect(rows[2]?.textContent).toContain("AWS China");
    expect(screen.getByText(/What a flat-rate plan makes of them is not known/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Use the built-in price/ })).toBeNull();
  });

  it("are changed to an exact number and nothing else, with where it is from", async () => {
    let kept: TariffRow[] = TARIFFS;
    const { calls, answers } = noted("save_tariff", () => {
      kept = TARIFFS.map((row) => (row.partition === "aws" ? { ...row, perItem: "0.0045", isOwn: true } : row));
    });
    openWindow("/settings", { tariffs: () => kept, ...answers });
    await userEvent.click(await screen.findByRole("button", { name: "Edit the price of AWS" }));
    const price = await screen.findByRole("textbox", { name: "Price per item" });
    await enter(price, "0,0045");
    await enter(screen.getByRole("textbox", { name: "Free items a month" }), "-1");
    await userEvent.click(screen.getByRole("button", { name: "Save price" }));
    expect(await screen.findByText("Enter a number from 0 with a decimal point and at most 5 decimals.")).toBeTruthy();
    expect(screen.getByText("Enter a whole number from 0.")).toBeTruthy();
    expect(screen.getByText("Say where the price is from.")).toBeTruthy();
    expect(calls).toEqual([]);
    await enter(price, "0.0045");
    await enter(screen.getByRole("textbox", { name: "Free items a month" }), "2000");
    await userEvent.type(screen.getByRole("textbox", { name: "Source" }), " Our contract {Enter}");
    await waitFor(() =>
      expect(calls).toEqual([
        { partition: "aws", tariff: { perItem: "0.0045", freeItemsAMonth: 2000, source: "Our contract" } },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "Edit the price of AWS" })).toBeNull());
    expect((await table()).textContent).toContain("$0.0045");
  });

  it("go back to the built-in one", async () => {
    let kept = TARIFFS.map((row) => ({ ...row, isOwn: true }));
    const { calls, answers } = noted("save_tariff", () => (kept = TARIFFS));
    openWindow("/settings", { tariffs: () => kept, ...answers });
    await userEvent.click(await screen.findByRole("button", { name: "Use the built-in price of AWS China" }));
    await waitFor(() => expect(calls).toEqual([{ partition: "aws-cn", tariff: null }]));
    expect(await screen.findByText("AWS China has the built-in price again.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Use the built-in price of AWS China" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Edit the price of AWS China" }));
  });

  it("are decimals with at most five places", () => {
    expect(["0.005", " 1 ", "0.03355", "0.123456", ".5", "1.", "1e-3", "-1", "0,005", ""].map(exactPrice)).toEqual([
      "0.005",
      "1",
      "0.03355",
      ...Array(7).fill(null),
    ]);
  });

  it("that could not be read say why", async () => {
    openWindow("/settings", {
      tariffs: () => {
        throw wireError({ code: "records", detail: "the disk is full" });
      },
    });
    expect(await screen.findByText("the disk is full")).toBeTruthy();
  });
});

describe("the account's budget", () => {
  const row = (part: Partial<BudgetRow>): BudgetRow => ({
    scope: { kind: "account" },
    budget: { warnAbove: 800, refuseAbove: null },
    used: 412,
    fixedBy: null,
    ...part,
  });
  const warn = () => screen.findByRole<HTMLInputElement>("spinbutton", { name: "Warn above" });
  const refuse = () => screen.findByRole<HTMLInputElement>("spinbutton", { name: "Refuse above" });
  const save = () => userEvent.click(screen.getByRole("button", { name: "Save budget" }));

  it("is saved as entered, an empty field as none, and a warning never above what is refused", async () => {
    const { calls, answers } = noted("save_budget");
    openWindow("/settings", { budgets: () => [row({})], ...answers });
    expect((await warn()).value).toBe("800");
    expect((await refuse()).value).toBe("");
    expect(screen.getByText("412 items")).toBeTruthy();
    await enter(await refuse(), "700");
    await save();
    expect(await screen.findByText(/what is refused needs no warning/)).toBeTruthy();
    expect(calls).toEqual([]);
    await enter(await warn(), "");
    await save();
    await waitFor(() =>
      expect(calls).toEqual([{ connection: "practice", target: null, budget: { warnAbove: null, refuseAbove: 700 } }]),
    );
    expect(await screen.findByText("The budget was saved.")).toBeTruthy();
  });

  it("takes whole numbers alone", async () => {
    const { calls, answers } = noted("save_budget");
    openWindow("/settings", answers);
    await enter(await warn(), "1.5");
    await save();
    expect(await screen.findByText("Enter a whole number from 0, or leave it empty.")).toBeTruthy();
    expect(calls).toEqual([]);
  });

  it("that the administrator has set is read-only, and says where it stands", async () => {
    openWindow("/settings", { budgets: () => [row({ fixedBy: "/etc/housekeeper/policy.toml" })] });
    expect((await warn()).readOnly).toBe(true);
    expect((await refuse()).readOnly).toBe(true);
    expect(screen.getByText("Set by your administrator in /etc/housekeeper/policy.toml")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Save budget" })).toBeNull();
  });

  it("of a distribution is kept on its Details tab", async () => {
    const { calls, answers } = noted("save_budget");
    const target = { kind: "distribution" as const, id: "E1SHOP00000001" };
    const scope = { kind: "target" as const, target, name: "Shop" };
    const budgets = () => [row({}), row({ scope, budget: { warnAbove: 50, refuseAbove: 60 }, used: 7 })];
    openWindow("/distributions/E1SHOP00000001?tab=details", { budgets, ...answers });
    expect((await warn()).value).toBe("50");
    expect(screen.getByText("7 items")).toBeTruthy();
    await enter(await refuse(), "100");
    await save();
    await waitFor(() =>
      expect(calls).toEqual([{ connection: "practice", target, budget: { warnAbove: 50, refuseAbove: 100 } }]),
    );
  });
});
