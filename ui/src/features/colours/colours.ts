import type { Colour } from "../../ipc/client";
import { labels as text } from "../../messages/labels";

/** What people call each colour, in the order in which they are offered. */
export const COLOUR_NAMES = {
  none: text.none,
  blue: text.blue,
  green: text.green,
  orange: text.orange,
  red: text.red,
  purple: text.purple,
  grey: text.grey,
} as const satisfies Record<Colour, unknown>;

/** The colours that there are. */
export const COLOURS = Object.keys(COLOUR_NAMES) as Colour[];

/** A colour that was kept; none where it is not known, as in what an older version kept. */
export function colourOf(value: unknown): Colour {
  return COLOURS.find((colour) => colour === value) ?? "none";
}
