/** Light or dark as the system is, and Cloudscape's colours under names our own style sheets can use. */
import {
  borderRadiusInput,
  colorBackgroundInputDefault,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorBorderInputDefault,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextFormSecondary,
  colorTextStatusError,
  colorTextStatusWarning,
} from "@cloudscape-design/design-tokens";
import { applyMode, Mode } from "@cloudscape-design/global-styles";

const TOKENS = {
  "--hk-text": colorTextBodyDefault,
  "--hk-text-secondary": colorTextBodySecondary,
  "--hk-text-placeholder": colorTextFormSecondary,
  "--hk-error": colorTextStatusError,
  "--hk-warning": colorTextStatusWarning,
  "--hk-divider": colorBorderDividerDefault,
  "--hk-input-border": colorBorderInputDefault,
  "--hk-input-border-focus": colorBorderItemFocused,
  "--hk-input-radius": borderRadiusInput,
  "--hk-input-background": colorBackgroundInputDefault,
  "--hk-margin-background": colorBackgroundLayoutMain,
  "--hk-mono": 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

/** Follows the system's light or dark from now on. */
export function followSystem(): void {
  // On the body, where Cloudscape's own values change with the mode.
  for (const [name, value] of Object.entries(TOKENS)) document.body.style.setProperty(name, value);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = dark.matches ? "dark" : "light";
  };
  dark.addEventListener("change", apply);
  apply();
}
