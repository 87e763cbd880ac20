import { type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { fetchedLargeLines, fetchLargeLines, useFetchedSoon } from "./fetchLargeLines";
import type { LargeLines } from "./largeLines";
import { type By, type Change, countLines, isLarge, type Marks, withChange } from "./lines";
import { drawMargin, goToLine, lookOf } from "./textArea";
import { useTaken } from "./useTaken";
import "./lines-editor.css";

/** What a page can do to the editor from outside. */
export type LinesEditorHandle = {
  /** Puts another text in its place. */
  setText(text: string): void;
  /** Selects a line, scrolls to it and takes the keyboard there. */
  goToLine(line: number): void;
  focus(): void;
};

/** What an editor of lines shows, and whom it tells. */
export type LinesEditorProps = {
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
  marks?: Marks;
  /** Called at every key with the whole text; must be quick. */
  onText: (text: string, by: By) => void;
};

const NO_MARKS: Marks = new Map();

/**
 * A text area with line numbers, for a hundred thousand lines as well as for one.
 *
 * The text stays in the browser's own text area (React never holds or compares it), and the margin draws only the
 * numbers that are in sight. A large text goes over to an editor that lays out only the lines in sight, and comes back
 * once another, small one is put in its place, or the keyboard leaves it with little in it.
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
  marks = NO_MARKS,
  onText,
}: LinesEditorProps) {
  const root = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const large = useRef<LargeLines>(null);
  /** A large text whose editor is still being fetched, and what to do once it is there. */
  const held = useRef<{ text: string; afterwards: ((opened: LargeLines) => void) | null }>(null);
  const lineCount = useRef(1);
  const props = { describedBy, invalid, readOnly, placeholder, marks, onText };
  const now = useRef(props);
  now.current = props;

  const frame = useRef(0);

  // At most once a frame, when the browser lays the page out anyway: asking where the text area is scrolled to right
  // after a key would make it lay out the whole text one more time.
  const drawSoon = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (large.current || !area.current || !margin.current) return;
      drawMargin(area.current, margin.current, lineCount.current, now.current.marks);
    });
  }, []);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const textChanged = useCallback(() => {
    if (!area.current) return;
    lineCount.current = countLines(area.current.value);
    drawSoon();
  }, [drawSoon]);

  /** Back to the browser's own text area, with this text. */
  const toSmall = useCallback(
    (text: string) => {
      if (!area.current || !root.current || !host.current) return;
      const hadKeyboard = host.current.contains(document.activeElement);
      if (large.current) {
        area.current.style.height = host.current.style.height;
        large.current.close();
        large.current = null;
      }
      held.current = null;
      area.current.readOnly = now.current.readOnly ?? false;
      area.current.value = text;
      delete root.current.dataset.large;
      if (hadKeyboard) area.current.focus();
      textChanged();
    },
    [textChanged],
  );

  /** Over to the editor of large texts; `change` is what makes the text large, and can be taken back there. */
  const toLarge = useCallback(
    (text: string, change: Change | null) => {
      const open = (module: typeof import("./largeLines")) => {
        if (!area.current || !root.current || !host.current) return;
        const hadKeyboard = document.activeElement === area.current;
        const height = area.current.offsetHeight;
        const opened = module.openLargeLines(host.current, text, lookOf(area.current, now.current), {
          onText: (next, by) => now.current.onText(next, by),
          // The window itself may have lost it: then it comes back to where it was.
          onLeft: () =>
            setTimeout(() => {
              if (large.current !== opened || host.current?.contains(document.activeElement)) return;
              const left = opened.text();
              if (!isLarge(left)) toSmall(left);
            }),
        });
        large.current = opened;
        held.current = null;
        area.current.value = "";
        root.current.dataset.large = "true";
        if (height > 0) host.current.style.height = `${height}px`;
        if (hadKeyboard) opened.focus();
        if (change) opened.change(change);
        opened.mark(now.current.marks);
      };
      const fetched = fetchedLargeLines();
      if (fetched) return open(fetched);
      // Until it is there nothing can be typed that would be lost.
      if (area.current) area.current.readOnly = true;
      const mine: NonNullable<typeof held.current> = {
        text: change ? withChange(text, change) : text,
        afterwards: null,
      };
      held.current = mine;
      fetchLargeLines().then(
        (module) => {
          // Another text may have taken its place since.
          if (held.current !== mine) return;
          open(module);
          if (large.current) mine.afterwards?.(large.current);
        },
        // A slow editor is better than none.
        () => held.current === mine && toSmall(mine.text),
      );
    },
    [toSmall],
  );

  const [begun] = useState(initialText);
  useLayoutEffect(() => {
    if (isLarge(begun)) toLarge(begun, null);
    return () => {
      held.current = null;
      large.current?.close();
      large.current = null;
    };
  }, [begun, toLarge]);
  useFetchedSoon();

  useLayoutEffect(textChanged, [textChanged]);
  useLayoutEffect(() => {
    large.current?.mark(marks);
    drawSoon();
  }, [drawSoon, marks]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of them changes is shown.
  useLayoutEffect(() => {
    if (area.current) large.current?.look(lookOf(area.current, now.current));
    // React has just made it writable again.
    if (area.current && held.current) area.current.readOnly = true;
  }, [id, describedBy, invalid, readOnly, placeholder]);
  useEffect(() => {
    if (!area.current || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(drawSoon);
    observer.observe(area.current);
    return () => observer.disconnect();
  }, [drawSoon]);

  const take = useTaken(
    area,
    useCallback(
      (before, change) => {
        // First, so that it is looked at while the other editor lays it out.
        now.current.onText(withChange(before, change), "whole");
        toLarge(before, change);
      },
      [toLarge],
    ),
  );

  useImperativeHandle(
    ref,
    () => ({
      setText(text) {
        const field = area.current;
        if (!field) return;
        if (!isLarge(text)) {
          if (large.current || held.current) toSmall(text);
          const { scrollTop } = field;
          field.value = text;
          field.scrollTop = scrollTop;
          textChanged();
        } else if (large.current) large.current.setText(text);
        else toLarge(text, null);
        onText(text, "whole");
      },
      goToLine(line) {
        const go = (opened: LargeLines) => opened.goToLine(line);
        if (large.current) go(large.current);
        else if (held.current) held.current.afterwards = go;
        else if (area.current) goToLine(area.current, line);
      },
      focus: () => (large.current ?? area.current)?.focus(),
    }),
    [textChanged, toSmall, toLarge, onText],
  );

  return (
    <div className="lines-editor" data-invalid={invalid || undefined} ref={root}>
      <div className="lines-editor-margin" ref={margin} aria-hidden="true" />
      <textarea
        ref={area}
        id={id}
        className="lines-editor-area"
        defaultValue={isLarge(begun) ? "" : begun}
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
        onScroll={drawSoon}
        onPaste={(event) => {
          if (take(event.clipboardData.getData("text/plain"))) event.preventDefault();
        }}
        onInput={(event) => {
          const { inputType } = event.nativeEvent as InputEvent;
          textChanged();
          onText(event.currentTarget.value, inputType?.startsWith("insertFrom") ? "whole" : "keys");
        }}
        // The label's click comes here, out of sight as the text area may be.
        onClick={() => large.current?.focus()}
      />
      <div className="lines-editor-large" ref={host} />
    </div>
  );
}
