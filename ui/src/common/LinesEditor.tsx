import { type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { countLines, lineRange } from "./lines";
import "./lines-editor.css";

/** Height of a line in pixels; the style sheet has the same. */
const LINE_HEIGHT = 20;

/** What a page can do to the editor from outside. */
export type LinesEditorHandle = {
  /** Puts another text in its place. */
  setText(text: string): void;
  /** Selects a line, scrolls to it and takes the keyboard there. */
  goToLine(line: number): void;
  focus(): void;
};

type Props = {
  ref?: Ref<LinesEditorHandle>;
  /** Also the id a label refers to. */
  id: string;
  describedBy?: string;
  invalid?: boolean;
  readOnly?: boolean;
  initialText: string;
  placeholder: string;
  /** How many lines are in sight at first. */
  rows?: number;
  /** Lines to mark in the margin. */
  marks?: ReadonlyMap<number, "error" | "warning">;
  /** Called at every key with the whole text; must be quick. */
  onText: (text: string) => void;
};

/**
 * A text area with line numbers, for a hundred thousand lines as well as for one.
 *
 * The text stays in the browser's own text area (React never holds or compares it), and the margin draws only the
 * numbers that are in sight.
 */
export function LinesEditor({
  ref,
  id,
  describedBy,
  invalid,
  readOnly,
  initialText,
  placeholder,
  rows = 14,
  marks,
  onText,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const lineCount = useRef(1);
  const marked = useRef(marks);
  marked.current = marks;

  const frame = useRef(0);

  // At most once a frame, when the browser lays the page out anyway: asking where the text area is scrolled to right
  // after a key would make it lay out the whole text one more time, which takes a while for a hundred thousand lines.
  const drawMargin = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (area.current && margin.current) draw(area.current, margin.current, lineCount.current, marked.current);
    });
  }, []);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const textChanged = useCallback(() => {
    if (!area.current) return;
    lineCount.current = countLines(area.current.value);
    drawMargin();
  }, [drawMargin]);

  useLayoutEffect(textChanged, [textChanged]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks are drawn anew.
  useLayoutEffect(drawMargin, [drawMargin, marks]);
  useEffect(() => {
    if (!area.current || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(drawMargin);
    observer.observe(area.current);
    return () => observer.disconnect();
  }, [drawMargin]);

  useImperativeHandle(
    ref,
    () => ({
      setText(text) {
        if (!area.current) return;
        const { scrollTop } = area.current;
        area.current.value = text;
        area.current.scrollTop = scrollTop;
        textChanged();
        onText(text);
      },
      goToLine(line) {
        const range = area.current && lineRange(area.current.value, line);
        if (!area.current || !range) return;
        area.current.focus({ preventScroll: true });
        area.current.setSelectionRange(range.start, range.end);
        area.current.scrollTop = Math.max(0, line * LINE_HEIGHT - area.current.clientHeight / 2);
        area.current.scrollLeft = 0;
        area.current.scrollIntoView({ block: "nearest" });
      },
      focus: () => area.current?.focus(),
    }),
    [textChanged, onText],
  );

  return (
    <div className="lines-editor" data-invalid={invalid || undefined}>
      <div className="lines-editor-margin" ref={margin} aria-hidden="true" />
      <textarea
        ref={area}
        id={id}
        className="lines-editor-area"
        defaultValue={initialText}
        placeholder={placeholder}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        rows={rows}
        readOnly={readOnly}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onScroll={drawMargin}
        onInput={(event) => {
          textChanged();
          onText(event.currentTarget.value);
        }}
      />
    </div>
  );
}

function draw(area: HTMLTextAreaElement, margin: HTMLElement, count: number, marks: Props["marks"]): void {
  // First of all, because it may change the text area's width: measured before, the text would be laid out twice.
  const width = `calc(${Math.max(2, String(count).length)}ch + 16px)`;
  if (margin.style.width !== width) margin.style.width = width;
  const first = Math.floor(area.scrollTop / LINE_HEIGHT) + 1;
  const last = Math.min(count, first + Math.ceil(area.clientHeight / LINE_HEIGHT) + 1);
  const numbers = document.createElement("div");
  for (let line = first; line <= last; line += 1) {
    const number = document.createElement("div");
    number.textContent = String(line);
    const mark = marks?.get(line);
    if (mark) number.dataset.mark = mark;
    numbers.append(number);
  }
  numbers.style.transform = `translateY(${-(area.scrollTop % LINE_HEIGHT)}px)`;
  margin.replaceChildren(numbers);
}
