import type { CheckReport, WideWildcard } from "../../ipc/client";

/** The wildcard that clears the whole site. */
export const EVERYTHING = "/*";

/** The wildcards of an editor that clear so much that a click alone does not send them. */
export function wideOf(report: CheckReport | null | undefined): readonly WideWildcard[] {
  if (!report) return [];
  const { wide, counts } = report;
  // The checks find it by its text alone, so it is asked for even where nothing is known of the target.
  const isEverything = counts.some(({ rule }) => rule === "everything");
  if (!isEverything || wide.some(({ item }) => item === EVERYTHING)) return wide;
  return [{ item: EVERYTHING, clears: 0, known: 0 }, ...wide];
}

/** Whether what was typed is one of the names, whatever its case. */
export function isNamed(typed: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === typed.trim().toLowerCase());
}
