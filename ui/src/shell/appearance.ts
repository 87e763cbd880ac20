/** What the whole window looks like: light or dark, of how much contrast, and how dense. */
import { applyDensity, applyMode, Density, Mode } from "@cloudscape-design/global-styles";

/** Below this width everything stands closer together, so that the widest table shows all of its columns. */
const ROOM_FOR_COMFORT = 1400;

/** Follows the system's light or dark, its wish for contrast, and the window's width, from now on. */
export function followSystem(): void {
  follow("(prefers-color-scheme: dark)", (dark) => {
    applyMode(dark ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  });
  follow(`(min-width: ${ROOM_FOR_COMFORT}px)`, (wide) => {
    applyDensity(wide ? Density.Comfortable : Density.Compact);
  });
  // Where the system forces its own few colours on every page, it does so without us; window.css helps with the rest.
  follow("(prefers-contrast: more)", contrastFollower());
}

/** Strengthens what Cloudscape paints while more contrast is wanted; what is needed for that is loaded only then. */
function contrastFollower(): (more: boolean) => void {
  let wanted = false;
  let end: (() => void) | null = null;
  return (more) => {
    wanted = more;
    if (!more) {
      end?.();
      end = null;
      return;
    }
    void import("./contrast").then(({ strengthen }) => {
      if (wanted) end ??= strengthen();
    });
  };
}

function follow(condition: string, apply: (holds: boolean) => void): void {
  const query = window.matchMedia(condition);
  query.addEventListener("change", () => apply(query.matches));
  apply(query.matches);
}
