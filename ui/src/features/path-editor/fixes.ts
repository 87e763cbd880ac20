import type { LineChange } from "../../common/lines";
import type { Finding } from "../../ipc/client";

/** The changes that mend these findings; one without a fix has none. */
export function changesOf(findings: readonly Finding[]): LineChange[] {
  return findings.flatMap(({ line, fix }) => (fix ? [{ line, replacement: fix.replacement }] : []));
}

/**
 * The findings that can be mended together: by the first of each rule, all of that rule that have a fix. A rule with
 * fewer than two is not among them, for its one button does.
 */
export function mendedTogether(findings: readonly Finding[]): Map<Finding, Finding[]> {
  const byRule = new Map<Finding["rule"], Finding[]>();
  for (const finding of findings) {
    if (!finding.fix) continue;
    const alike = byRule.get(finding.rule);
    if (alike) alike.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const together = new Map<Finding, Finding[]>();
  for (const alike of byRule.values()) if (alike[0] && alike.length > 1) together.set(alike[0], alike);
  return together;
}
