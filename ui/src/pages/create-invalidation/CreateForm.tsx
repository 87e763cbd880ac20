import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../../common/text";
import { useSaveAsBatch } from "../../features/batches/saveAsBatch";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keepDraft } from "../../features/path-editor/drafts";
import { PathEditor, type PathEditorHandle } from "../../features/path-editor/PathEditor";
import { FIRST_FINDINGS, useChecks } from "../../features/path-editor/useChecks";
import { ReviewPanel } from "../../features/review-panel/ReviewPanel";
import { TIME_TO_UNDO, TimeToUndo } from "../../features/submissions/TimeToUndo";
import { refusalIn } from "../../features/submissions/wayBack";
import { createPath, targetPath } from "../../features/targets/paths";
import { useFactsReadAt, useTargetNames } from "../../features/targets/useTargetNames";
import { type CheckReport, HousekeeperError, type Target } from "../../ipc/client";
import { batches } from "../../messages/batches";
import { common } from "../../messages/common";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { errors } from "../../messages/errors";
import { BeginningAlert } from "./BeginningAlert";
import { CopyAsCli } from "./CopyAsCli";
import { type Copied, useDraft } from "./useDraft";
import { useSubmit } from "./useSubmit";
import "./create.css";

/** The editor and the review of one target. */
export function CreateForm({
  connection,
  target,
  copied,
}: {
  connection: string;
  target: Target;
  copied: Copied | null;
}) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const editor = useRef<PathEditorHandle>(null);
  const { start, draft, beginning, setBeginning, note, drop } = useDraft(connection, target, copied);
  const [name, setName] = useState(start.name);
  const { checks, check } = useChecks(connection, target);
  const submit = useSubmit(connection, target, drop);
  const reason = useReason(checks.report, checks.checking);
  const { state } = useLocation();
  // What was said of the last attempt is past as soon as there is another.
  const refusal = submit.error ?? (submit.isUntried ? refusalIn(state) : null);

  const saveAsBatch = useSaveAsBatch();
  const targetName = useTargetNames(target).name;
  const factsReadAt = useFactsReadAt(target);

  // A refusal takes the keyboard itself.
  const atFirst = useRef(refusal === null);
  useEffect(() => {
    if (atFirst.current) editor.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the editor begins with, and again once more is known.
  useEffect(() => check(draft.current.text), [check, factsReadAt]);

  function changeName(next: string) {
    setName(next);
    note({ name: next });
  }

  function put(next: { text: string; name: string }) {
    editor.current?.setText(next.text);
    changeName(next.name);
    setBeginning({ kind: "empty" });
    editor.current?.focus();
  }

  function cancel() {
    const { current } = draft;
    drop();
    if (current.text.trim() !== "") {
      const bringBack = () => {
        keepDraft(connection, target, current);
        void navigate(createPath(target));
      };
      flash({
        type: "info",
        content: t(text.discarded),
        action: <Button onClick={bringBack}>{t(text.bringBack)}</Button>,
      });
    }
    void navigate(targetPath(target));
  }

  return (
    <div className="create-page">
      <SpaceBetween size="l">
        {refusal !== null && <Refusal error={refusal} />}
        <BeginningAlert
          beginning={beginning}
          onStartEmpty={() => put({ text: "", name: "" })}
          onBringBack={() => beginning.kind === "copied" && beginning.putAside && put(beginning.putAside)}
          onDismiss={() => setBeginning({ kind: "empty" })}
        />
        <div className="create-columns">
          <Container header={<Header variant="h2">{t(text.objectPaths)}</Header>}>
            <PathEditor
              ref={editor}
              initialText={start.text}
              readOnly={submit.isPending}
              checks={checks}
              onText={(next) => {
                note({ text: next });
                check(next);
              }}
              onMoreFindings={() => check(draft.current.text, (checks.report?.findings.length ?? 0) + FIRST_FINDINGS)}
            />
          </Container>
          <div className="create-review">
            <ReviewPanel report={checks.report}>
              <FormField label={t(text.name)} description={t(text.nameHint)} stretch={true}>
                <Input
                  value={name}
                  placeholder={t(text.namePlaceholder)}
                  spellcheck={false}
                  autoComplete={false}
                  readOnly={submit.isPending}
                  onChange={({ detail }) => changeName(detail.value)}
                />
              </FormField>
              <TimeToUndo />
              <div className="create-actions">
                <Button variant="link" onClick={cancel}>
                  {t(common.cancel)}
                </Button>
                <Button
                  onClick={() => saveAsBatch({ ...draft.current, connection, target, targetName })}
                  disabled={submit.isPending}
                >
                  {t(batches.saveAsBatch)}
                </Button>
                <Button
                  variant="primary"
                  ariaDescribedby={TIME_TO_UNDO}
                  loading={submit.isPending}
                  loadingText={t(text.sending)}
                  disabled={reason !== null}
                  disabledReason={reason ?? undefined}
                  onClick={() => submit.send(draft.current)}
                >
                  {t(common.createInvalidation)}
                </Button>
              </div>
              <CopyAsCli connection={connection} target={target} reason={reason} lines={() => draft.current} />
            </ReviewPanel>
          </div>
        </div>
      </SpaceBetween>
    </div>
  );
}

/** Why nothing can be sent yet; `null` where it can. */
function useReason(report: CheckReport | null, checking: boolean): string | null {
  const t = useText();
  if (!report) return t(checking ? text.reasonChecking : text.reasonEmpty);
  if (report.errors > 0) return t(text.reasonErrors, { count: report.errors });
  if (report.items === 0) return t(text.reasonEmpty);
  return null;
}

/** A definite refusal: nothing was invalidated, and the text stays. */
function Refusal({ error }: { error: unknown }) {
  const t = useText();
  const sentence = errors[HousekeeperError.from(error).code] ?? errors.unexpected;
  return (
    <FailureAlert
      error={error}
      title={t(text.refusedTitle, { reason: t(sentence.happened) })}
      sentence={t(sentence.todo)}
      takeFocus={true}
    >
      {t(text.kept)}
    </FailureAlert>
  );
}
