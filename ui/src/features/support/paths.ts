/** The part of the address of Settings with which it opens what Save diagnostics opens. */
export const ASKED = "diagnostics";

/** The address that opens the diagnostics, from wherever one is. */
export const DIAGNOSTICS = `/settings?${ASKED}`;
