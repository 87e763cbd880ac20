import FormField from "@cloudscape-design/components/form-field";
import { type Ref, useImperativeHandle, useMemo, useRef } from "react";
import { LinesEditor, type LinesEditorHandle } from "../../common/LinesEditor";
import { replaceLines } from "../../common/lines";
import { useText } from "../../common/text";
import type { Finding } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { Findings } from "./Findings";
import type { Checks } from "./useChecks";

/** What the page around the editor can do to it. */
export type PathEditorHandle = { setText(text: string): void; focus(): void };

type Props = {
  ref?: Ref<PathEditorHandle>;
  initialText: string;
  readOnly: boolean;
  checks: Checks;
  /** Called at every change with the whole text. */
  onText: (text: string) => void;
  /** Asks for more findings than are shown. */
  onMoreFindings: () => void;
};

const ID = "object-paths";

/** The text area for object paths, with what the checks say of each line under it. */
export function PathEditor({ ref, initialText, readOnly, checks, onText, onMoreFindings }: Props) {
  const t = useText();
  const editor = useRef<LinesEditorHandle>(null);
  const findings = useRef<HTMLDivElement>(null);
  const current = useRef(initialText);
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
    const changes = found.flatMap(({ line, fix }) => (fix ? [{ line, replacement: fix.replacement }] : []));
    editor.current?.setText(replaceLines(checks.text, changes));
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
          onText={(next) => {
            current.current = next;
            onText(next);
          }}
        />
      </FormField>
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
