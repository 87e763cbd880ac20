/** A decimal number as AWS wrote it (`12.3400000000`) without the zeros that say nothing: `12.34`. */
export function withoutZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** A decimal number as AWS wrote it, for the screen: `1,234`. No number is made of it, so that it stays exact. */
export function grouped(decimal: string): string {
  const [whole = "0", decimals] = withoutZeros(decimal).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}
