import type { LinesEditorProps } from "./LinesEditor";
import type { Look } from "./largeLines";
import { lineRange, type Marks } from "./lines";

/** Height of a line in pixels; the style sheet has the same. */
const LINE_HEIGHT = 20;

/** Draws the numbers of the lines in sight beside a text area. */
export function drawMargin(area: HTMLTextAreaElement, margin: HTMLElement, count: number, marks: Marks): void {
  // First of all, because it may change the text area's width: measured before, the text would be laid out twice.
  const width = `calc(${Math.max(2, String(count).length)}ch + 16px)`;
  if (margin.style.width !== width) margin.style.width = width;
  const first = Math.floor(area.scrollTop / LINE_HEIGHT) + 1;
  const last = Math.min(count, first + Math.ceil(area.clientHeight / LINE_HEIGHT) + 1);
  const numbers = document.createElement("div");
  for (let line = first; line <= last; line += 1) {
    const number = document.createElement("div");
    number.textContent = String(line);
    const mark = marks.get(line);
    if (mark) number.dataset.mark = mark;
    numbers.append(number);
  }
  numbers.style.transform = `translateY(${-(area.scrollTop % LINE_HEIGHT)}px)`;
  margin.replaceChildren(numbers);
}

/** What the text area says of itself, for the editor that takes its place. */
export function lookOf(
  area: HTMLTextAreaElement,
  props: Pick<LinesEditorProps, "describedBy" | "invalid" | "readOnly" | "placeholder">,
): Look {
  const [label] = area.labels;
  if (label && label.id === "") label.id = `${area.id}-name`;
  const attributes: Record<string, string> = { "aria-invalid": String(props.invalid ?? false) };
  if (label) attributes["aria-labelledby"] = label.id;
  if (props.describedBy) attributes["aria-describedby"] = props.describedBy;
  return { attributes, readOnly: props.readOnly ?? false, placeholder: props.placeholder };
}

/** Selects a line of a text area, scrolls to it and takes the keyboard there. */
export function goToLine(area: HTMLTextAreaElement, line: number): void {
  const range = lineRange(area.value, line);
  if (!range) return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(range.start, range.end);
  area.scrollTop = Math.max(0, line * LINE_HEIGHT - area.clientHeight / 2);
  area.scrollLeft = 0;
  area.scrollIntoView({ block: "nearest" });
}
