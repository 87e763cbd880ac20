import { expect, it } from "vitest";
import { isZero, money } from "./money";

it("writes money exactly, with at least two decimals", () => {
  expect(["0", "0.005", "15", "0.5", "1234567.89"].map((amount) => money("USD", amount))).toEqual([
    "$0.00",
    "$0.005",
    "$15.00",
    "$0.50",
    "$1,234,567.89",
  ]);
  expect(money("CNY", "0.03355")).toBe("CN¥0.03355");
});

it("keeps digits that a floating-point number would lose", () => {
  expect(money("USD", "9007199254740993.00001")).toBe("$9,007,199,254,740,993.00001");
});

it("knows nothing when it sees it", () => {
  expect(["0", "0.0", "0.00", "0.005", "10"].map(isZero)).toEqual([true, true, true, false, false]);
});
