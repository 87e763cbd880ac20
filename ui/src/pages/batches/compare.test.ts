import { expect, it } from "vitest";
import { compareLines } from "./compare";

it("gives the lines that only one of two texts has, in their order", () => {
  expect(compareLines("/b\n/a\n/same", "/same\n/d\n/c")).toEqual({ onlyThen: ["/b", "/a"], onlyNow: ["/d", "/c"] });
});

it("takes no notice of order, blanks and empty lines", () => {
  expect(compareLines("/a\n\n/b\r\n", " /b\n/a")).toEqual({ onlyThen: [], onlyNow: [] });
});

it("counts a line that is there twice", () => {
  expect(compareLines("/a\n/a", "/a")).toEqual({ onlyThen: ["/a"], onlyNow: [] });
});

it("is quick for a hundred thousand lines", () => {
  const lines = Array.from({ length: 100_000 }, (_, number) => `/${number}`);
  expect(compareLines(lines.join("\n"), [...lines, "/x"].reverse().join("\n")).onlyNow).toEqual(["/x"]);
});
