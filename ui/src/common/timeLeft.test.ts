import { expect, it } from "vitest";
import { timeLeft } from "./timeLeft";

it("is said in the unit and the steps that people would use", () => {
  const said = (seconds: number) => {
    const left = timeLeft(seconds * 1_000);
    return left && `${left.count} ${left.unit}`;
  };
  expect([-5, 0, 0.2, 4.1, 10, 10.5, 17, 55, 56, 89, 91, 3_500, 3_590, 9_000].map(said)).toEqual([
    null,
    null,
    "1 second",
    "5 second",
    "10 second",
    "15 second",
    "20 second",
    "55 second",
    "1 minute",
    "1 minute",
    "2 minute",
    "58 minute",
    "1 hour",
    "3 hour",
  ]);
});
