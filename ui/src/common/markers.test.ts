import { describe, expect, it } from "vitest";
import { FIRST_PAGE, learn } from "./markers";

describe("turning pages by markers", () => {
  it("knows one page more with each that was read", () => {
    const after1 = learn(FIRST_PAGE, 0, "m1");
    const after2 = learn(after1, 1, "m2");
    expect(after2).toEqual([null, "m1", "m2"]);
  });

  it("ends where the last page names no other", () => {
    expect(learn([null, "m1"], 1, null)).toEqual([null, "m1"]);
    expect(learn(FIRST_PAGE, 0, null)).toEqual([null]);
  });

  it("stays the same object when nothing new was learnt, so that nothing is drawn anew", () => {
    const known = [null, "m1", "m2"];
    expect(learn(known, 0, "m1")).toBe(known);
    expect(learn(FIRST_PAGE, 0, null)).toBe(FIRST_PAGE);
  });

  it("forgets what no longer fits when the list grew at its front", () => {
    expect(learn([null, "m1", "m2"], 0, "m0")).toEqual([null, "m0"]);
    expect(learn([null, "m1", "m2"], 0, null)).toEqual([null]);
  });
});
