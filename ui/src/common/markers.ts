/**
 * Turning the pages of a list that is read by markers: each page tells the marker of the next, so only the pages up to
 * the first unread one can be reached, and how many there are is known at the end alone.
 */

/** The markers of the pages known so far: `markers[0]` is the first page's, which needs none. */
export type Markers = readonly (string | null)[];

/** Before anything was read: the first page alone is known. */
export const FIRST_PAGE: Markers = [null];

/**
 * What is known once page `index` (from 0) was read and named `next`. A page that was re-read may name another next
 * page than before (the list grew at its front); what was known beyond it then no longer fits and is forgotten.
 */
export function learn(markers: Markers, index: number, next: string | null): Markers {
  const known = markers[index + 1];
  if (next === null) return known === undefined ? markers : markers.slice(0, index + 1);
  if (known === next) return markers;
  return [...markers.slice(0, index + 1), next];
}
