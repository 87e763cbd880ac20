/** What one of two texts has and the other has not. */
export type Compared = { onlyThen: string[]; onlyNow: string[] };

/** The lines of which one text has more than the other, in its order; what surrounds a line in blanks is nothing. */
export function compareLines(then: string, now: string): Compared {
  const before = linesOf(then);
  const after = linesOf(now);
  return { onlyThen: without(before, after), onlyNow: without(after, before) };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What is left of `lines` once each of `others` has taken away one that is the same. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}
