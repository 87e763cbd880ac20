import type { Colour } from "../../ipc/client";
import "./connection.css";

/** The dot of a connection's colour, for an icon's place; the connection's name beside it says the same. */
export function ConnectionDot({ colour }: { colour: Colour }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {/* Inline, because Cloudscape paints the shapes of an icon by a rule with an id. */}
      <circle cx="8" cy="8" r="6" style={{ fill: `var(--hk-connection-${colour})`, stroke: "none" }} />
    </svg>
  );
}

/** A band across the window in the colour of the connection in use. */
export function ConnectionBand({ colour }: { colour: Colour }) {
  return <div className="connection-band" style={{ background: `var(--hk-connection-${colour})` }} />;
}
