/** The longest time to undo, in seconds: whoever has not noticed by then is not looking. */
export const MOST_UNDO_SECONDS = 60;

/** The seconds that were entered; `null` where that is no whole number from 0 to 60. */
export function undoSecondsIn(entered: string): number | null {
  if (!/^\d{1,2}$/.test(entered.trim())) return null;
  const seconds = Number(entered);
  return seconds <= MOST_UNDO_SECONDS ? seconds : null;
}
