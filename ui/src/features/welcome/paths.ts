/** The part of the address of Distributions with which it shows the welcome. */
export const WELCOME_ASKED = "welcome";

/** The address that shows the welcome, from wherever one is. */
export const WELCOME = `/distributions?${WELCOME_ASKED}`;
