/** The whole number from 0 to `most` that was entered; `null` where that is none. */
export function wholeNumberIn(entered: string, most: number): number | null {
  const digits = entered.trim();
  if (!/^\d{1,9}$/.test(digits)) return null;
  const number = Number(digits);
  return number <= most ? number : null;
}
