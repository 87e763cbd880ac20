import { expect, it } from "vitest";
import { type Move, movesBetween } from "./order";

/** What the Rust side makes of moves. */
function moved(queue: readonly number[], moves: readonly Move[]): number[] {
  return moves.reduce<number[]>(
    (runs, { run, before }) => {
      const rest = runs.filter((other) => other !== run);
      rest.splice(before === null ? rest.length : rest.indexOf(before), 0, run);
      return rest;
    },
    [...queue],
  );
}

it("is one move before the run that then follows, or to the end", () => {
  expect(movesBetween([1, 2, 3, 4], [3, 1, 2, 4], false)).toEqual([{ run: 3, before: 1 }]);
  expect(movesBetween([1, 2, 3, 4], [2, 3, 1, 4], false)).toEqual([{ run: 1, before: 4 }]);
  expect(movesBetween([1, 2, 3, 4], [1, 3, 4, 2], false)).toEqual([{ run: 2, before: null }]);
  expect(movesBetween([1, 2], [1, 2], false)).toEqual([]);
});

it("makes the order that was asked for, wherever the run went, also before what is not shown", () => {
  const shown = [1, 2, 3, 4, 5];
  for (const hidden of [[], [6, 7]]) {
    for (const run of shown) {
      for (let place = 0; place < shown.length; place += 1) {
        const now = shown.filter((other) => other !== run);
        now.splice(place, 0, run);
        const moves = movesBetween(shown, now, hidden.length > 0);
        expect(moved([...shown, ...hidden], moves)).toEqual([...now, ...hidden]);
      }
    }
  }
});
