import FormField from "@cloudscape-design/components/form-field";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { LinesEditor, type LinesEditorHandle } from "./LinesEditor";
import { LARGE, type Marks } from "./lines";

const LONG = Array.from({ length: LARGE.lines + 500 }, (_, index) => `/page-${index + 1}`).join("\n");

// What this test is about is not how long the first import takes.
beforeAll(() => import("./largeLines"));

type Set = { initialText?: string; marks?: Marks; readOnly?: boolean; invalid?: boolean };

function shown(set: Set = {}) {
  const ref = createRef<LinesEditorHandle>();
  const onText = vi.fn();
  const page = (more: Set) => (
    <FormField controlId="paths" label="Object paths" description="One a line">
      <LinesEditor
        ref={ref}
        id="paths"
        describedBy="paths-description"
        initialText=""
        placeholder="/index.html"
        onText={onText}
        {...more}
      />
    </FormField>
  );
  const { rerender } = render(page(set));
  return { handle: ref, onText, rerender: (more: Set) => rerender(page(more)) };
}

const field = () => screen.getByRole("textbox", { name: "Object paths" });
/** The editor of large texts, once it is there. */
const large = () =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(".cm-content");
    if (!found) throw new Error("not the editor of large texts");
    return found;
  });
const small = () => document.querySelector<HTMLTextAreaElement>("textarea")!;
const isLargeNow = () => document.querySelector(".cm-content") !== null;

function paste(into: HTMLElement, text: string) {
  return fireEvent.paste(into, { clipboardData: { getData: () => text } });
}

describe("a text", () => {
  it("stays in the browser's text area while it is small", () => {
    const { handle } = shown({ initialText: "/a" });
    act(() => handle.current?.setText("/b\n/c"));
    expect(small().value).toBe("/b\n/c");
    expect(paste(small(), "/d")).toBe(true);
    expect(isLargeNow()).toBe(false);
  });

  it("that is large goes to the other editor when the page puts it there, and comes back with a small one", async () => {
    const { handle, onText } = shown({ initialText: "/a" });
    act(() => handle.current?.setText(LONG));
    await large();
    expect(onText).toHaveBeenLastCalledWith(LONG, "whole");
    expect((await large()).textContent).toContain("/page-1");
    expect(small().value).toBe("");
    act(() => handle.current?.setText("/b"));
    expect(isLargeNow()).toBe(false);
    expect(small().value).toBe("/b");
    expect(small().readOnly).toBe(false);
  });

  it("that is large from the beginning is there, and nothing is said of it", async () => {
    const { onText } = shown({ initialText: LONG });
    expect((await large()).textContent).toContain("/page-1");
    expect(onText).not.toHaveBeenCalled();
  });

  it("that a paste makes large is put together around the selection, and keeps the keyboard", async () => {
    const { onText } = shown({ initialText: "/first\n/gone\n/last" });
    small().focus();
    small().setSelectionRange(7, 12);
    expect(paste(small(), LONG.replaceAll("\n", "\r\n"))).toBe(false);
    expect(onText).toHaveBeenLastCalledWith(`/first\n${LONG}\n/last`, "whole");
    const editor = await large();
    await waitFor(() => expect(document.activeElement).toBe(editor));
    fireEvent.keyDown(editor, { key: "z", ctrlKey: true, keyCode: 90 });
    await waitFor(() => expect(onText).toHaveBeenLastCalledWith("/first\n/gone\n/last", "keys"));
  });

  it("that is typed on in the other editor is told whole", async () => {
    const { onText } = shown({ initialText: LONG });
    const editor = await large();
    act(() => editor.focus());
    fireEvent.keyDown(editor, { key: "Enter", keyCode: 13 });
    expect(onText).toHaveBeenLastCalledWith(`\n${LONG}`, "keys");
  });

  it("that has become small in the other editor comes back when the keyboard leaves it", async () => {
    const { onText } = shown({ initialText: LONG });
    const editor = await large();
    act(() => editor.focus());
    fireEvent.keyDown(editor, { key: "a", ctrlKey: true, keyCode: 65 });
    fireEvent.keyDown(editor, { key: "Delete", keyCode: 46 });
    expect(onText).toHaveBeenLastCalledWith("", "keys");
    expect(isLargeNow()).toBe(true);
    act(() => editor.blur());
    await waitFor(() => expect(isLargeNow()).toBe(false));
    expect(small().value).toBe("");
  });
});

describe("the editor of large texts", () => {
  it("has the text area's name, description and states", async () => {
    const { rerender } = shown({ initialText: LONG, invalid: true });
    const editor = await large();
    // The style sheet, which hides the text area, is not read here.
    small().hidden = true;
    expect(field()).toBe(editor);
    expect(editor.getAttribute("aria-multiline")).toBe("true");
    expect(editor.getAttribute("aria-describedby")).toBe("paths-description");
    expect(editor.getAttribute("aria-invalid")).toBe("true");
    expect(editor.getAttribute("spellcheck")).toBe("false");
    rerender({ initialText: LONG, readOnly: true });
    expect(editor.getAttribute("aria-invalid")).toBe("false");
    expect(editor.getAttribute("aria-readonly")).toBe("true");
  });

  it("takes no keys while it is read-only", async () => {
    const { onText } = shown({ initialText: LONG, readOnly: true });
    const editor = await large();
    act(() => editor.focus());
    fireEvent.keyDown(editor, { key: "Enter", keyCode: 13 });
    expect(onText).not.toHaveBeenCalled();
  });

  it("takes the keyboard when its label is clicked", async () => {
    shown({ initialText: LONG });
    const editor = await large();
    fireEvent.click(screen.getByText("Object paths"));
    expect(document.activeElement).toBe(editor);
  });

  it("marks lines, and the marks of another report take their place", async () => {
    const { rerender } = shown({ initialText: LONG, marks: new Map([[2, "error"]]) });
    await large();
    const marked = (mark: string) => document.querySelector(`.lines-editor-${mark}`)?.textContent;
    expect(marked("error")).toBe("2");
    rerender({
      initialText: LONG,
      marks: new Map([
        [3, "warning"],
        [99_999, "error"],
      ]),
    });
    expect(marked("error")).toBeUndefined();
    expect(marked("warning")).toBe("3");
  });

  it("goes to a line, and nowhere for one that is not there", async () => {
    const { handle } = shown({ initialText: LONG });
    const editor = await large();
    act(() => handle.current?.goToLine(4));
    expect(document.activeElement).toBe(editor);
    expect(document.getSelection()?.toString()).toBe("/page-4");
    act(() => handle.current?.goToLine(9_999_999));
    expect(document.getSelection()?.toString()).toBe("/page-4");
  });
});
