import { useState } from "react";

/** A few of `allowed` (such as the columns of a table) that the person chose and this computer remembers. */
export function useStoredList(key: string, initial: readonly string[], allowed: readonly string[]) {
  const [value, setValue] = useState<readonly string[]>(() => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
      return Array.isArray(stored) ? allowed.filter((entry) => stored.includes(entry)) : initial;
    } catch {
      return initial;
    }
  });
  function store(next: readonly string[]) {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // It then holds until the window closes.
    }
  }
  return [value, store] as const;
}
