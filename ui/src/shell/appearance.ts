/** What the whole window looks like: light or dark, and how dense. */
import { applyDensity, applyMode, Density, Mode } from "@cloudscape-design/global-styles";

/** Below this width everything stands closer together, so that the widest table shows all of its columns. */
const ROOM_FOR_COMFORT = 1400;

/** Follows the system's light or dark, and the window's width, from now on. */
export function followSystem(): void {
  follow("(prefers-color-scheme: dark)", (dark) => {
    applyMode(dark ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  });
  follow(`(min-width: ${ROOM_FOR_COMFORT}px)`, (wide) => {
    applyDensity(wide ? Density.Comfortable : Density.Compact);
  });
}

function follow(condition: string, apply: (holds: boolean) => void): void {
  const query = window.matchMedia(condition);
  query.addEventListener("change", () => apply(query.matches));
  apply(query.matches);
}
