import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { keys } from "../../features/queries/keys";
import { useShortcut } from "../../features/shortcuts/useShortcut";
import { housekeeper } from "../../ipc/client";

// They are wanted now and then, so the first page does not wait for them.
const Palette = lazy(() => import("./Palette").then((module) => ({ default: module.Palette })));
const ShortcutsModal = lazy(() =>
  import("../../features/shortcuts/ShortcutsModal").then((module) => ({ default: module.ShortcutsModal })),
);

/** The places of what opens over every page by keys: the search, and the list of shortcuts. */
export function PaletteHost() {
  const [open, setOpen] = useState<"search" | "shortcuts" | null>(null);
  const before = useRef<Element | null>(null);
  const { data: locked = false } = useQuery({ queryKey: keys.locked, queryFn: () => housekeeper.locked() });

  const show = (what: "search" | "shortcuts") => {
    before.current = document.activeElement;
    setOpen(what);
  };
  const close = useCallback(() => {
    setOpen(null);
    // What is chosen may take the keyboard after that.
    if (before.current instanceof HTMLElement) before.current.focus();
  }, []);
  useShortcut("search", open === "search" ? close : () => !locked && show("search"), open === "search");
  useShortcut("shortcuts", () => !locked && show("shortcuts"));

  // What is looked for is no longer anybody's business.
  useEffect(() => {
    if (locked) setOpen(null);
  }, [locked]);

  return (
    <Suspense fallback={null}>
      {open === "search" && <Palette onClose={close} />}
      {open === "shortcuts" && <ShortcutsModal onClose={close} />}
    </Suspense>
  );
}
