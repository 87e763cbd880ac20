import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Bill } from "../../ipc/client";
import { wireError } from "../../test/fake";
import { costsOf, monthRow } from "../../test/fake-costs";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";

const BILL: Bill = {
  usage: "1234.0000000000",
  amount: "1.1700000000",
  currency: "USD",
  isEstimated: true,
  asked: "2026-11-22T10:15:30Z",
};

/** Opens the page, and takes note of each look in Cost Explorer. */
function open(answer: () => unknown = () => BILL) {
  const asked: unknown[] = [];
  openWindow("/costs", {
    costs: () => costsOf({ month: monthRow({ items: 1240, cost: "1.2" }) }),
    check_bill: (args: never) => {
      asked.push(args);
      return answer();
    },
  });
  return asked;
}

const section = async () => userEvent.click(await screen.findByRole("button", { name: "Compare with AWS’s bill" }));
const button = () => screen.findByRole("button", { name: "Ask Cost Explorer ($0.01)" });
const toggle = () => screen.findByRole("checkbox", { name: /Let me ask AWS Cost Explorer/ });

describe("AWS’s bill", () => {
  it("is not offered before the person has switched it on, and what a look costs is said there", async () => {
    const asked = open();
    await section();
    expect(((await toggle()) as HTMLInputElement).checked).toBe(false);
    screen.getByText(/AWS bills \$0\.01 for each look.*ce:GetCostAndUsage/);
    expect(screen.queryByRole("button", { name: /Ask Cost Explorer/ })).toBeNull();
    await userEvent.click(await toggle());
    await button();
    expect(asked).toEqual([]);
  });

  it("is asked for once at a press and never by itself", async () => {
    localStorage.setItem("costs.bill", '"on"');
    const asked = open();
    await section();
    await userEvent.click(await button());
    const table = await screen.findByRole("table", { name: "AWS’s bill and this app’s count" });
    expect(
      within(table)
        .getAllByRole("row")
        .map(({ textContent }) => textContent),
    ).toEqual(["FromPathsAmount", "AWS’s bill, estimated1,234$1.17", "This app’s count1,240$1.20"]);
    screen.getByText(/lags behind by up to a day/);
    await tell({ kind: "month" });
    await tell({ kind: "everything" });
    expect(asked).toEqual([{ connection: "practice", month: "2026-11" }]);
    await userEvent.click(await button());
    await waitFor(() => expect(asked.length).toBe(2));
  });

  it("is asked for once where the button is pressed twice in a row", async () => {
    localStorage.setItem("costs.bill", '"on"');
    let answer = (_: Bill) => {};
    const asked = open(() => new Promise<Bill>((resolve) => (answer = resolve)));
    await section();
    await userEvent.dblClick(await button());
    expect(asked.length).toBe(1);
    answer(BILL);
    await screen.findByText("AWS’s bill, estimated");
  });

  it("that cannot be read says which permission is missing", async () => {
    localStorage.setItem("costs.bill", '"on"');
    open(() => {
      throw wireError({ code: "denied", action: "ce:GetCostAndUsage", resource: "*" });
    });
    await section();
    await userEvent.click(await button());
    await screen.findByText("Cost Explorer did not answer");
    screen.getByText("ce:GetCostAndUsage", { selector: "code" });
  });
});
