/** Light or dark, as the system is. */
import { applyMode, Mode } from "@cloudscape-design/global-styles";

/** Follows the system's light or dark from now on. */
export function followSystem(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = dark.matches ? "dark" : "light";
  };
  dark.addEventListener("change", apply);
  apply();
}
