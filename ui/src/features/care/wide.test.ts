import { describe, expect, it } from "vitest";
import { report } from "../../test/fake";
import { isNamed, wideOf } from "./wide";

const EVERYTHING = { counts: [{ rule: "everything" as const, severity: "warning" as const, count: 1 }] };
const EN = { item: "/en*", clears: 340, known: 412 };

describe("what is asked for by name", () => {
  it("is what the report calls wide, and /* by the checks alone", () => {
    expect(wideOf(null)).toEqual([]);
    expect(wideOf(report({}))).toEqual([]);
    expect(wideOf(report({ wide: [EN] }))).toEqual([EN]);
    const unknown = { item: "/*", clears: 0, known: 0 };
    expect(wideOf(report({ ...EVERYTHING, wide: [EN] }))).toEqual([unknown, EN]);
    const all = { item: "/*", clears: 412, known: 412 };
    expect(wideOf(report({ ...EVERYTHING, wide: [all] }))).toEqual([all]);
  });

  it("is typed whole, whatever its case and with spaces around", () => {
    expect(isNamed(" shop ", ["Shop", "E1"])).toBe(true);
    expect(isNamed("e1", ["Shop", "E1"])).toBe(true);
    expect(isNamed("sho", ["Shop", "E1"])).toBe(false);
    expect(isNamed("", [])).toBe(false);
  });
});
