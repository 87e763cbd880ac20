import { describe, expect, it } from "vitest";
import type { TargetCost } from "../../ipc/client";
import { grouped, withoutZeros } from "./decimal";
import { topTargets } from "./top";

describe("a number as AWS wrote it", () => {
  it("loses the zeros that say nothing, and no others", () => {
    expect(["12.3400000000", "1000.0000", "1000", "0.0000000000", "0.005"].map(withoutZeros)).toEqual([
      "12.34",
      "1000",
      "1000",
      "0",
      "0.005",
    ]);
  });

  it("has its thousands apart, and stays exact beyond what a number holds", () => {
    expect(["1234567.0", "999", "90071992547409931.5"].map(grouped)).toEqual([
      "1,234,567",
      "999",
      "90,071,992,547,409,931.5",
    ]);
  });
});

describe("the targets of the chart", () => {
  const target = (id: number): TargetCost => ({
    target: { kind: "distribution", id: `E${id}` },
    name: null,
    items: id,
    invalidations: 1,
    last: "2026-11-22T10:15:30Z",
  });

  it("are the ten with the most items, and the rest as one", () => {
    const { bars, others } = topTargets(Array.from({ length: 13 }, (_, place) => target(place + 1)));
    expect(bars.map(({ y }) => y)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3 + 2 + 1]);
    expect(others).toBe(3);
  });

  it("stand each for itself where there are no more than ten", () => {
    const { bars, others } = topTargets(Array.from({ length: 10 }, (_, place) => target(place + 1)));
    expect(bars.length).toBe(10);
    expect(others).toBe(0);
  });
});
