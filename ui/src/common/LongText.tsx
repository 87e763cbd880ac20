import "./long-text.css";

/** A text of any length in a table's cell: three lines of it, and the whole in its tooltip. */
export function LongText({ text }: { text: string }) {
  return (
    <span className="long-text" title={text}>
      {text}
    </span>
  );
}
