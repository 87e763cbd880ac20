import { expect, it } from "vitest";
import { invalidationIdIn, shownTarget } from "./entry";
import { best, fitness, step } from "./rank";

const named = (typed: string, names: string[], most = 10) => best(typed, names, (name) => [name], most);

it("puts the whole name first, then its beginning, the beginning of a word, and what is inside", () => {
  expect(named("shop", ["Workshop", "My shop", "Shopping", "Shop"])).toEqual([
    "Shop",
    "Shopping",
    "My shop",
    "Workshop",
  ]);
});

it("wants every word somewhere, without regard to case and accents", () => {
  expect(fitness("CAFE front", ["Front page", "Café"])).toBeGreaterThan(0);
  expect(fitness("cafe back", ["Front page", "Café"])).toBe(0);
  expect(fitness("", ["anything"])).toBeGreaterThan(0);
});

it("keeps the order of what fits alike, and no more than were asked for", () => {
  expect(named("s", ["s b", "s a", "s c"], 2)).toEqual(["s b", "s a"]);
  // A name counts more than what stands beside it.
  const rows = [{ texts: ["Other", "sale"] }, { texts: ["Sale"] }];
  expect(best("sale", rows, ({ texts }) => texts, 2)[0]).toBe(rows[1]);
});

it("goes through a list and round its ends", () => {
  expect(["ArrowDown", "ArrowUp", "Home", "End"].map((key) => step(key, 2, 3))).toEqual([0, 1, 0, 2]);
  expect(step("ArrowUp", 0, 3)).toBe(2);
  expect(step("a", 0, 3)).toBeNull();
  expect(step("End", 0, 0)).toBeNull();
});

it("knows an invalidation's id and the target shown", () => {
  expect(invalidationIdIn(" i2J0I21PCUYOIK ")).toBe("I2J0I21PCUYOIK");
  expect(invalidationIdIn("invalidation")).toBeNull();
  expect(invalidationIdIn("/images/*")).toBeNull();
  expect(shownTarget("/distributions/E1/create")).toEqual({ kind: "distribution", id: "E1" });
  expect(shownTarget("/tenants/dt%5F1")).toEqual({ kind: "tenant", id: "dt_1" });
  expect(shownTarget("/distributions")).toBeNull();
  expect(shownTarget("/distributions/%")).toEqual({ kind: "distribution", id: "%" });
});
