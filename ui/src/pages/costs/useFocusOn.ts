import type { ButtonProps } from "@cloudscape-design/components/button";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the keyboard where it works: when the pressed button gives way to another one, that gets the focus, unless the
 * person has taken it elsewhere. Returns the function to call as a button is pressed.
 */
export function useFocusOn(...next: RefObject<ButtonProps.Ref | null>[]): () => void {
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    if (!pressed.current || pressed.current.isConnected) return;
    pressed.current = null;
    if (document.activeElement === document.body) next.find(({ current }) => current)?.current?.focus();
  });
  return () => {
    pressed.current = document.activeElement;
  };
}
