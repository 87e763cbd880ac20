/** When something was last done, in milliseconds, as this computer remembers it; 0 where it does not. */
export function readStamp(key: string): number {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "0");
    return typeof stored === "number" && Number.isFinite(stored) ? stored : 0;
  } catch {
    return 0;
  }
}

/** Remembers that it was done now. */
export function writeStamp(key: string, now: number): void {
  try {
    localStorage.setItem(key, JSON.stringify(now));
  } catch {
    // It is then done once more at the next start.
  }
}
