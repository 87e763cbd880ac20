import { describe, expect, it } from "vitest";
import { appendLines, countLines, differenceOf, isLarge, LARGE, lineRange, replaceLines, withChange } from "./lines";

describe("lines of a text", () => {
  it("are counted as an editor counts them", () => {
    expect(["", "/a", "/a\n", "/a\n\n/b"].map(countLines)).toEqual([1, 1, 2, 3]);
  });

  it("are found without their line break", () => {
    const text = "/a\n\n/bc";
    expect(lineRange(text, 1)).toEqual({ start: 0, end: 2 });
    expect(lineRange(text, 2)).toEqual({ start: 3, end: 3 });
    expect(lineRange(text, 3)).toEqual({ start: 4, end: 7 });
    expect(lineRange(text, 4)).toBeNull();
  });
});

describe("a fix", () => {
  it("replaces its line by one, by several or by none", () => {
    expect(replaceLines("/a\n/b*\n/c", [{ line: 2, replacement: ["/b", "/b/*"] }])).toBe("/a\n/b\n/b/*\n/c");
    expect(replaceLines("/a\n/b\n/c", [{ line: 2, replacement: [] }])).toBe("/a\n/c");
    expect(replaceLines("/a", [{ line: 1, replacement: [] }])).toBe("");
  });

  it("names lines of the text as it was, however many go before", () => {
    const changes = [
      { line: 1, replacement: [] },
      { line: 3, replacement: ["/x", "/y"] },
    ];
    expect(replaceLines("/a\n/b\n/c", changes)).toBe("/b\n/x\n/y");
  });

  it("counts once a line, and passes over lines that are not there", () => {
    const changes = [
      { line: 1, replacement: ["/x"] },
      { line: 1, replacement: [] },
      { line: 9, replacement: ["/y"] },
    ];
    expect(replaceLines("/a\n/b", changes)).toBe("/x\n/b");
  });

  it("leaves an empty last line as it is", () => {
    expect(replaceLines("/a\n", [{ line: 1, replacement: ["/b"] }])).toBe("/b\n");
  });

  it("is quick in a hundred thousand lines", () => {
    const text = Array.from({ length: 100_000 }, (_, n) => `/path/${n}`).join("\n");
    const changes = Array.from({ length: 50_000 }, (_, n) => ({ line: 2 * n + 1, replacement: [] }));
    const started = performance.now();
    expect(countLines(replaceLines(text, changes))).toBe(50_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("lines that are added", () => {
  it("stand after the others, without a gap", () => {
    expect(appendLines("/a\n\n", "/b\n/c\n")).toBe("/a\n/b\n/c");
    expect(appendLines("", "/b\n")).toBe("/b");
  });

  it("leave a text alone where there are none", () => {
    expect(appendLines("/a\n", "\n")).toBe("/a\n");
  });
});

describe("the difference of two texts", () => {
  it("is one piece, as short as it can be, and makes the one the other", () => {
    expect(differenceOf("/a\n/b\n/c", "/a\n/x\n/c")).toEqual({ from: 4, to: 5, insert: "x" });
    const texts = ["", "/a", "/a/a", "/a\n/b", "/b\n/a", "/a\n/b\n/b"];
    for (const before of texts) {
      for (const after of texts) {
        const difference = differenceOf(before, after);
        expect(difference ? withChange(before, difference) : before).toBe(after);
        expect(difference === null).toBe(before === after);
      }
    }
  });
});

describe("a large text", () => {
  it("has many lines or many characters", () => {
    expect(isLarge("/a\n".repeat(LARGE.lines - 1))).toBe(false);
    expect(isLarge("\n".repeat(LARGE.lines))).toBe(true);
    expect(isLarge("a".repeat(LARGE.characters))).toBe(false);
    expect(isLarge("a".repeat(LARGE.characters + 1))).toBe(true);
  });
});
