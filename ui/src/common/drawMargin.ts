import type { Marks } from "./LinesEditor";

/** Height of a line in pixels; the style sheet has the same. */
export const LINE_HEIGHT = 20;

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
