/** Plain functions over a text of many lines; lines count from 1, as an editor shows them. */

/** How many lines a text has; an empty text has one. */
export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Where a line begins and ends in the text, without its line break; `null` where there is no such line. */
export function lineRange(text: string, line: number): { start: number; end: number } | null {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf("\n", start);
    if (next === -1) return null;
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  return { start, end: end === -1 ? text.length : end };
}

/** A line and what takes its place: nothing, one line or several. */
export type LineChange = { line: number; replacement: readonly string[] };

/**
 * The text with these lines replaced. All line numbers are those of the given text. Where two changes name one line,
 * the first counts; a line that is not there is passed over.
 */
export function replaceLines(text: string, changes: readonly LineChange[]): string {
  const byLine = new Map<number, readonly string[]>();
  for (const change of changes) if (!byLine.has(change.line)) byLine.set(change.line, change.replacement);
  return text
    .split("\n")
    .flatMap((content, index) => byLine.get(index + 1) ?? [content])
    .join("\n");
}

/** The text with these lines after its own; empty lines where the two meet are not kept. */
export function appendLines(text: string, added: string): string {
  const after = added.replace(/\n+$/, "");
  if (after === "") return text;
  const before = text.replace(/\n+$/, "");
  return before === "" ? after : `${before}\n${after}`;
}

/** A piece of a text and what takes its place. */
export type Change = { from: number; to: number; insert: string };

/** What to change to make the one text the other: a single piece, as short as it can be; `null` where they are alike. */
export function differenceOf(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let same = 0;
  const left = shorter - from;
  while (same < left && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) {
    same += 1;
  }
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** The text with this change made. */
export function withChange(text: string, { from, to, insert }: Change): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/**
 * From how many lines or characters a text is large. The browser's text area lays out its whole text at every key,
 * which takes more than a second for a hundred thousand lines, and so a fiftieth of that up to here.
 */
export const LARGE = { lines: 2_000, characters: 100_000 };

/** Whether a text is too large for the browser's own text area. */
export function isLarge(text: string): boolean {
  return text.length > LARGE.characters || (text.length >= LARGE.lines && countLines(text) > LARGE.lines);
}

/** Lines to mark in the margin. */
export type Marks = ReadonlyMap<number, "error" | "warning">;

/** How a text came: key by key, so that more is to be expected, or as a whole. */
export type By = "keys" | "whole";
