import { useState } from "react";

/** A choice as this computer remembers it; `initial` where it does not. */
export function readStored<T extends string | number>(key: string, initial: T, allowed: readonly T[]): T {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "null");
    return allowed.includes(stored) ? stored : initial;
  } catch {
    return initial;
  }
}

/** A small choice of the person (such as rows on a page) that this computer remembers. */
export function useStored<T extends string | number>(key: string, initial: T, allowed: readonly T[]) {
  const [value, setValue] = useState<T>(() => readStored(key, initial, allowed));
  function store(next: T) {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // It then holds until the window closes.
    }
  }
  return [value, store] as const;
}
