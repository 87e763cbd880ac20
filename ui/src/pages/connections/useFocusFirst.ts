import { type RefObject, useEffect, useRef } from "react";

/** Takes the keyboard to what the ref is given to, as a dialogue opens: the dialogue itself takes it to its first button. */
export function useFocusFirst<T extends { focus(): void }>(): RefObject<T | null> {
  const first = useRef<T>(null);
  useEffect(() => {
    const timer = setTimeout(() => first.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return first;
}
