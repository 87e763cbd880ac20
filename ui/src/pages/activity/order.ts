/** Moves a run in the queue before another one, or to the queue's end. */
export type Move = { run: number; before: number | null };

/**
 * The moves that make the queue's shown beginning `now` out of `before`, of which one run was moved.
 *
 * Where more waits than is shown (`goesOn`), the last place shown is not the queue's end, and what follows it is not
 * known: the run then goes before the last one, and that one before it.
 */
export function movesBetween(before: readonly number[], now: readonly number[], goesOn: boolean): Move[] {
  const run = movedOf(before, now);
  if (run === undefined) return [];
  const next = now[now.indexOf(run) + 1];
  if (next !== undefined) return [{ run, before: next }];
  const last = now.at(-2);
  if (!goesOn || last === undefined) return [{ run, before: null }];
  return [
    { run, before: last },
    { run: last, before: run },
  ];
}

/** Which one was moved: without it, the others are in the same order in both. */
function movedOf(before: readonly number[], now: readonly number[]): number | undefined {
  const first = now.findIndex((run, place) => run !== before[place]);
  return [now[first], before[first]].find((run) => {
    const rest = now.filter((other) => other !== run);
    return before.filter((other) => other !== run).every((other, place) => other === rest[place]);
  });
}
