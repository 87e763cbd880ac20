/** A time that is left, in a unit that people would say. */
export type TimeLeft = { unit: "second" | "minute" | "hour"; count: number };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * About how long so many milliseconds are; `null` where nothing is left. It is an estimate, so above ten seconds it goes
 * in steps of five: a figure that changes every second looks more certain than it is.
 */
export function timeLeft(milliseconds: number): TimeLeft | null {
  if (milliseconds <= 0) return null;
  if (milliseconds <= 10 * SECOND) return { unit: "second", count: Math.ceil(milliseconds / SECOND) };
  if (milliseconds <= 55 * SECOND) return { unit: "second", count: 5 * Math.ceil(milliseconds / (5 * SECOND)) };
  if (milliseconds < HOUR - MINUTE / 2)
    return { unit: "minute", count: Math.max(1, Math.round(milliseconds / MINUTE)) };
  return { unit: "hour", count: Math.max(1, Math.round(milliseconds / HOUR)) };
}
