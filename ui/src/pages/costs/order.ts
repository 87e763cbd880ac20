/** Orders rows by a number. */
export function byNumber<T>(of: (row: T) => number): (one: T, other: T) => number {
  return (one, other) => of(one) - of(other);
}

/** Orders rows by a text as people read it; also by an RFC 3339 moment or a `2026-11-03`, which sort as they stand. */
export function byText<T>(of: (row: T) => string): (one: T, other: T) => number {
  return (one, other) => of(one).localeCompare(of(other));
}
