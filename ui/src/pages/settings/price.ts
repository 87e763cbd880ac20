/** An exact decimal number from 0 with at most five decimals; `null` where what was entered is none. */
export function exactPrice(entered: string): string | null {
  const price = entered.trim();
  return /^\d{1,6}(\.\d{1,5})?$/.test(price) ? price : null;
}
