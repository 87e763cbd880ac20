/** The catalogue's English, as it stands beside each message; another language is a table from id to text. */
import type { IntlConfig } from "react-intl";

/** The regional form of English decides how times and numbers are written. */
const ENGLISH = navigator.language.startsWith("en") ? navigator.language : "en-GB";

/** What `IntlProvider` needs for the language of this window. */
export const catalogue: Pick<IntlConfig, "locale" | "defaultLocale"> = { locale: ENGLISH, defaultLocale: ENGLISH };
