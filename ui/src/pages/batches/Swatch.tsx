import { useText } from "../../common/text";
import { COLOUR_NAMES } from "../../features/colours/colours";
import type { Colour } from "../../ipc/client";
import { labels as text } from "../../messages/labels";
import "./batches.css";

/** The dot of a colour: a ring where there is none. What stands beside it names the colour. */
export function Dot({ colour }: { colour: Colour }) {
  // Inline, because Cloudscape paints the shapes of an icon by a rule with an id.
  const paint =
    colour === "none"
      ? { fill: "none", stroke: "var(--hk-colour-grey)", strokeWidth: 1.5 }
      : { fill: `var(--hk-colour-${colour})`, stroke: "none" };
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="5.5" style={paint} />
    </svg>
  );
}

/** The colour of a batch beside its name, for the eye and, by its name, for whoever does not see it. */
export function Swatch({ colour }: { colour: Colour }) {
  const t = useText();
  if (colour === "none") return null;
  const label = t(text.colourIs, { colour: t(COLOUR_NAMES[colour]) });
  return (
    <span role="img" aria-label={label} title={label} className="batch-swatch">
      <Dot colour={colour} />
    </span>
  );
}
