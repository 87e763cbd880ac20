/** How long a label may be, and how many a batch may have; the Rust side holds to the same. */
export const LONGEST = 50;
export const MOST = 20;

/** Why a label could not be added. */
export type LabelProblem = { kind: "tooLong" | "tooMany" } | { kind: "alreadyThere"; label: string };

/** The labels once what was typed is added; as many of several between commas as can be, up to the first problem. */
export function withTyped(labels: readonly string[], typed: string, known: readonly string[]) {
  const next = [...labels];
  for (const part of typed.split(",")) {
    const word = part.trim();
    if (word === "") continue;
    // As it is written elsewhere: two spellings of one label would be two in no list.
    const label = known.find((other) => isSame(other, word)) ?? word;
    const problem = problemOf(next, label);
    if (problem) return { labels: next, problem };
    next.push(label);
  }
  return { labels: next, problem: null };
}

function problemOf(labels: readonly string[], label: string): LabelProblem | null {
  if (labels.some((other) => isSame(other, label))) return { kind: "alreadyThere", label };
  // Counted in characters, as the Rust side does, not in halves of them.
  if ([...label].length > LONGEST) return { kind: "tooLong" };
  return labels.length >= MOST ? { kind: "tooMany" } : null;
}

/** Whether two labels are one: case does not tell them apart. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
