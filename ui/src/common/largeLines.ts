/** The editor of large texts, which draws only the lines in sight. Loaded when it is wanted: it is nearly as large as React. */
import {
  history,
  historyKeymap,
  insertNewline,
  insertNewlineAndIndent,
  isolateHistory,
  standardKeymap,
} from "@codemirror/commands";
import {
  Compartment,
  EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
  type Text,
} from "@codemirror/state";
import { EditorView, GutterMarker, gutterLineClass, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { type By, type Change, differenceOf, type Marks } from "./lines";

/** How the editor looks and what it is called; all of it may change while it is open. */
export type Look = {
  /** Names and states for assistive technology. */
  attributes: Record<string, string>;
  readOnly: boolean;
  placeholder: string;
};

/** The open editor of a large text. */
export type LargeLines = {
  text(): string;
  setText(text: string): void;
  change(change: Change): void;
  goToLine(line: number): void;
  focus(): void;
  look(look: Look): void;
  mark(marks: Marks): void;
  close(): void;
};

type Told = {
  /** The person has changed the text. */
  onText: (text: string, by: By) => void;
  /** The keyboard has left the editor. */
  onLeft: () => void;
};

class Mark extends GutterMarker {
  constructor(override readonly elementClass: string) {
    super();
  }
}
const MARK = { error: new Mark("lines-editor-error"), warning: new Mark("lines-editor-warning") };

const setMarks = StateEffect.define<RangeSet<GutterMarker>>();
/** The marks move with their lines until the next report. */
const marked = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    const moved = marks.map(transaction.changes);
    return transaction.effects.reduce((now, effect) => (effect.is(setMarks) ? effect.value : now), moved);
  },
  provide: (field) => gutterLineClass.from(field),
});

/** Begins a line and indents nothing, as in a text area. */
const enter = (view: EditorView) => view.state.readOnly || insertNewline(view);
const KEYS = standardKeymap.map((key) =>
  key.run === insertNewlineAndIndent ? { ...key, run: enter, shift: enter } : key,
);

/** Without a selection the browser's text area copies nothing, and a cut takes nothing away. */
const nothing = (_: Event, view: EditorView) => view.state.selection.main.empty;

/** Opens the editor in `parent` with this text. */
export function openLargeLines(parent: HTMLElement, text: string, look: Look, told: Told): LargeLines {
  const looks = new Compartment();
  // What the page puts there is told by the page's own doing.
  let isOwn = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        keymap.of([...KEYS, ...historyKeymap]),
        lineNumbers(),
        marked,
        looks.of(extensionsOf(look)),
        EditorView.domEventHandlers({ copy: nothing, cut: nothing, blur: () => told.onLeft() }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || isOwn) return;
          const wasPut = update.transactions.some(
            (one) => one.isUserEvent("input.paste") || one.isUserEvent("input.drop"),
          );
          told.onText(update.state.doc.toString(), wasPut ? "whole" : "keys");
        }),
      ],
    }),
  });

  function change({ from, to, insert }: Change, moveThere: boolean) {
    isOwn = true;
    view.dispatch({
      changes: { from, to, insert: view.state.toText(insert) },
      // Taken back by itself, never along with what was typed around it.
      annotations: isolateHistory.of("full"),
      ...(moveThere && { selection: { anchor: from + insert.length }, scrollIntoView: true }),
    });
    isOwn = false;
  }

  return {
    text: () => view.state.doc.toString(),
    setText(next) {
      // Only what differs, so that the rest stays where it is, and the cursor in it.
      const difference = differenceOf(view.state.doc.toString(), next);
      if (difference) change(difference, false);
    },
    change: (one) => change(one, true),
    goToLine(line) {
      if (line < 1 || line > view.state.doc.lines) return;
      const { from, to } = view.state.doc.line(line);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center", x: "start", xMargin: 24 }),
      });
      view.focus();
      view.dom.scrollIntoView({ block: "nearest" });
    },
    focus: () => view.focus(),
    look: (next) => view.dispatch({ effects: looks.reconfigure(extensionsOf(next)) }),
    mark: (marks) => view.dispatch({ effects: setMarks.of(rangesOf(view.state.doc, marks)) }),
    close: () => view.destroy(),
  };
}

function extensionsOf({ attributes, readOnly, placeholder: shown }: Look): Extension {
  return [
    EditorView.contentAttributes.of({ ...attributes, "aria-readonly": String(readOnly) }),
    EditorState.readOnly.of(readOnly),
    placeholder(shown),
  ];
}

function rangesOf(doc: Text, marks: Marks): RangeSet<GutterMarker> {
  const ranges = [...marks]
    .filter(([line]) => line >= 1 && line <= doc.lines)
    .map(([line, mark]) => MARK[mark].range(doc.line(line).from));
  return RangeSet.of(ranges, true);
}
