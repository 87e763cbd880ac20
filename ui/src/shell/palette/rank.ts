/** How well something fits the words that were typed. */

/** What fits best comes first: the whole of it, its beginning, the beginning of a word in it, anything in it. */
const WHOLE = 4;
const BEGINNING = 3;
const WORD = 2;
const INSIDE = 1;

/** Letters without case and accents, so that `cafe` finds Café. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * How well texts fit what was typed, from 0: not at all. Every word must occur in one of them; the first text is what
 * it is called, and counts more than the others.
 */
export function fitness(typed: string, texts: readonly string[]): number {
  const whole = folded(typed);
  if (whole === "") return INSIDE;
  const all = texts.map(folded);
  const [name = ""] = all;
  if (name === whole) return 2 * WHOLE;
  let sum = 0;
  const words = whole.split(/\s+/);
  for (const word of words) {
    const best = Math.max(...all.map((text, place) => fitOf(word, text) * (place === 0 ? 2 : 1)));
    if (best <= 0) return 0;
    sum += best;
  }
  return sum / words.length;
}

function fitOf(word: string, text: string): number {
  if (text === word) return WHOLE;
  if (text.startsWith(word)) return BEGINNING;
  const at = text.indexOf(word);
  if (at < 0) return 0;
  // Wherever else it occurs, it may begin a word there.
  for (let place = at; place >= 0; place = text.indexOf(word, place + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(place - 1))) return WORD;
  }
  return INSIDE;
}

/** The best of `all`, at most so many; those that fit equally well stay in their order. */
export function best<T>(typed: string, all: readonly T[], textsOf: (one: T) => readonly string[], most: number): T[] {
  return all
    .map((one) => ({ one, fits: fitness(typed, textsOf(one)) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .slice(0, most)
    .map(({ one }) => one);
}

/** The keys that go through a list, in small letters. */
const STEPS: ReadonlyMap<string, (at: number, count: number) => number> = new Map([
  ["arrowdown", (at: number, count: number) => (at + 1) % count],
  ["arrowup", (at: number, count: number) => (at <= 0 ? count - 1 : at - 1)],
  ["home", () => 0],
  ["end", (_: number, count: number) => count - 1],
]);

/** Where in a list of `count` a key leads to from `at`; `null` for another key, and in an empty list. */
export function step(key: string, at: number, count: number): number | null {
  const lead = STEPS.get(key.toLowerCase());
  return lead && count > 0 ? lead(at, count) : null;
}
