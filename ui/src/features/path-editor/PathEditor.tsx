import FormField from "@cloudscape-design/components/form-field";
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import { LinesEditor, type LinesEditorHandle } from "../../common/LinesEditor";
import { type By, replaceLines } from "../../common/lines";
import { useText } from "../../common/text";
import type { Finding } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { Findings } from "./Findings";
import { FixUndo } from "./FixUndo";
import { changesOf } from "./fixes";
import type { Checks } from "./useChecks";

/** What the page around the editor can do to it. */
export type PathEditorHandle = { setText(text: string): void; focus(): void };

type Props = {
  ref?: Ref<PathEditorHandle>;
  initialText: string;
  readOnly: boolean;
  checks: Checks;
  /** Called at every change with the whole text. */
  onText: (text: string, by: By) => void;
  /** Asks for more findings than are shown. */
  onMoreFindings: () => void;
};

/** The latest fix: the text before and after it, and how many lines it changed. */
type Fixed = { before: string; after: string; lines: number };

const ID = "object-paths";

/** The text area for object paths, with what the checks say of each line under it. */
export function PathEditor({ ref, initialText, readOnly, checks, onText, onMoreFindings }: Props) {
  const t = useText();
  const editor = useRef<LinesEditorHandle>(null);
  const findings = useRef<HTMLDivElement>(null);
  const current = useRef(initialText);
  const [fixed, setFixed] = useState<Fixed | null>(null);
  const report = checks.report;

  useImperativeHandle(
    ref,
    () => ({
      setText: (next) => editor.current?.setText(next),
      focus: () => editor.current?.focus(),
    }),
    [],
  );

  const marks = useMemo(() => {
    const lines = new Map<number, "error" | "warning">();
    for (const { line, severity } of report?.findings ?? []) {
      if (severity === "error") lines.set(line, "error");
      else if (severity === "warning" && !lines.has(line)) lines.set(line, "warning");
    }
    return lines;
  }, [report]);

  function mend(found: readonly Finding[]) {
    // The lines may have moved since: the newer report, about to come, has its own fixes.
    if (current.current !== checks.text || readOnly) return;
    const changes = changesOf(found);
    const after = replaceLines(checks.text, changes);
    setFixed({ before: checks.text, after, lines: changes.length });
    put(after);
  }

  function put(next: string) {
    editor.current?.setText(next);
    // The button that was pressed goes away with its finding: the keyboard stays at the findings.
    findings.current?.focus();
  }

  return (
    <>
      <FormField controlId={ID} label={t(text.addObjectPaths)} description={t(text.addObjectPathsHint)} stretch={true}>
        <LinesEditor
          ref={editor}
          id={ID}
          describedBy={`${ID}-description`}
          invalid={(report?.errors ?? 0) > 0}
          readOnly={readOnly}
          initialText={initialText}
          placeholder={t(text.placeholder)}
          marks={marks}
          onText={(next, by) => {
            current.current = next;
            // What is typed after a fix is not to be lost by taking the fix back.
            setFixed((latest) => (latest?.after === next ? latest : null));
            onText(next, by);
          }}
        />
      </FormField>
      {fixed && !readOnly && (
        <FixUndo said={t(text.fixed, { count: fixed.lines })} undo={t(text.undoFix)} onUndo={() => put(fixed.before)} />
      )}
      <Findings
        ref={findings}
        checks={checks}
        onMend={mend}
        onGoToLine={(line) => editor.current?.goToLine(line)}
        onMore={onMoreFindings}
      />
    </>
  );
}
