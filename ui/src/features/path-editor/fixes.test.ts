import { expect, it } from "vitest";
import { replaceLines } from "../../common/lines";
import type { Finding } from "../../ipc/client";
import { changesOf, mendedTogether } from "./fixes";

function finding(line: number, rule: Finding["rule"], replacement: string[] | null): Finding {
  const fix = replacement && { replacement };
  return { line, rule, severity: "warning", subject: "", becomes: null, otherLine: null, fix, source: "" };
}

it("takes the findings of one rule together, where two or more have a fix", () => {
  const covered = [finding(2, "coveredByWildcard", []), finding(4, "coveredByWildcard", [])];
  const twin = finding(3, "missingSlashTwin", ["/b", "/b/"]);
  const findings = [covered[0]!, twin, finding(5, "everything", null), finding(6, "everything", null), covered[1]!];
  expect([...mendedTogether(findings)]).toEqual([[covered[0], covered]]);
});

it("drops all covered lines at once, and the others stay in their order", () => {
  const findings = [1, 3, 4].map((line) => finding(line, "coveredByWildcard", []));
  expect(replaceLines("/a/1\n/a/*\n/a/2\n/a/3\n/b", changesOf(findings))).toBe("/a/*\n/b");
});

it("changes nothing for a finding without a fix", () => {
  expect(changesOf([finding(1, "everything", null)])).toEqual([]);
});
