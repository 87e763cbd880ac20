/** Money as exact decimal text: no amount is ever turned into a floating-point number. */

const SIGNS: Record<string, string> = { USD: "$", CNY: "CN¥" };

/**
 * An exact decimal amount (`"0.005"`) for the screen: `$0.005`, with at least two decimals and its thousands apart.
 */
export function money(currency: string, amount: string): string {
  const [whole = "0", decimals = ""] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${SIGNS[currency] ?? `${currency} `}${grouped}.${decimals.padEnd(2, "0")}`;
}

/** Whether an exact decimal amount is nothing. */
export function isZero(amount: string): boolean {
  return /^0*(\.0*)?$/.test(amount);
}
