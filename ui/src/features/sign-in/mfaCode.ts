/** How many digits a code of an MFA device has. */
const DIGITS = 6;

/** The digits of what was entered: codes are often shown, and copied, with a space in their middle. */
export function digitsOf(entered: string): string {
  return entered.replace(/\D/g, "").slice(0, DIGITS);
}

/** Whether all of a code is there. */
export function isWholeCode(code: string): boolean {
  return code.length === DIGITS && digitsOf(code) === code;
}
