/** What Cloudscape looks like for whoever asks their system for more contrast. */
import { applyTheme, type Theme } from "@cloudscape-design/components/theming";

/** Of the strongest contrast there is. */
const FULL = { light: "#000000", dark: "#ffffff" };
/** Next to it, for what is to stay behind the other; 12:1 or more on every surface. */
const HIGH = { light: "#2a2e36", dark: "#dedee3" };
/** For links and what else one can press; 10:1 or more on the page. */
const PRESSED = { light: "#003a85", dark: "#9bd9ff" };

const THEME: Theme = {
  tokens: {
    colorTextBodyDefault: FULL,
    colorTextHeadingDefault: FULL,
    colorTextFormDefault: FULL,
    colorTextFormLabel: FULL,
    colorTextLabel: FULL,
    colorTextBodySecondary: HIGH,
    colorTextHeadingSecondary: HIGH,
    colorTextFormSecondary: HIGH,
    colorTextCounter: HIGH,
    colorTextEmpty: HIGH,
    colorTextInputPlaceholder: HIGH,
    colorTextDropdownItemSecondary: HIGH,
    colorTextLinkDefault: PRESSED,
    colorTextLinkSecondaryDefault: PRESSED,
    colorTextLinkInfoDefault: PRESSED,
    colorTextButtonNormalDefault: PRESSED,
    colorTextButtonLinkDefault: PRESSED,
    colorTextInteractiveDefault: FULL,
    colorBorderButtonNormalDefault: PRESSED,
    colorBorderInputDefault: FULL,
    colorBorderControlDefault: FULL,
    colorBorderCard: FULL,
    colorBorderDialog: FULL,
    colorBorderDropdownContainer: FULL,
    colorBorderPopover: FULL,
    colorBorderLayout: FULL,
    colorBorderDividerDefault: HIGH,
    colorBorderDividerSecondary: HIGH,
    colorBorderItemFocused: FULL,
    colorBorderInputFocused: FULL,
    colorBorderItemSelected: FULL,
  },
};

/** Strengthens text, borders and focus rings. Returns the function that ends it. */
export function strengthen(): () => void {
  return applyTheme({ theme: THEME }).reset;
}
