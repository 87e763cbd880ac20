import { useEffect } from "react";
import { housekeeper } from "../../ipc/client";

/** The Rust side is told at most this often, in milliseconds. */
const EVERY = 20_000;

/** What tells that somebody is at the window. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Tells the Rust side that somebody is here, as the window is used; not while it is locked, where a click must say so. */
export function useStillHere(locked: boolean): void {
  useEffect(() => {
    if (locked) return;
    let told = Number.NEGATIVE_INFINITY;
    const tell = () => {
      const now = Date.now();
      // A clock that was set back is no reason to be silent for hours.
      if (now >= told && now - told < EVERY) return;
      told = now;
      // The next sign tells it again.
      void housekeeper.stillHere().catch(() => {});
    };
    // Before anything in the page may stop it.
    const options = { capture: true, passive: true };
    for (const sign of SIGNS) window.addEventListener(sign, tell, options);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell, options);
    };
  }, [locked]);
}
