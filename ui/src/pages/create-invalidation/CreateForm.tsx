import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { appendLines } from "../../common/lines";
import { useText } from "../../common/text";
import { useSaveAsBatch } from "../../features/batches/saveAsBatch";
import { refusedByBudget } from "../../features/budget/sentences";
import { ConfirmWide } from "../../features/care/ConfirmWide";
import { DoubleNotice } from "../../features/care/DoubleNotice";
import { doublesOf } from "../../features/care/doubles";
import { useAskBeforeProduction } from "../../features/care/Production";
import { useAskBeforeDouble } from "../../features/care/useAskBeforeDouble";
import { isNamed, wideOf } from "../../features/care/wide";
import { Cheaper } from "../../features/cheaper/Cheaper";
import { CopyAsCli } from "../../features/cli/CopyAsCli";
import { useFlash } from "../../features/flash/Flash";
import { ImportLines } from "../../features/import/ImportLines";
import { PathEditor, type PathEditorHandle } from "../../features/path-editor/PathEditor";
import { useChecks } from "../../features/path-editor/useChecks";
import { ReasonField } from "../../features/review-panel/ReasonField";
import { ReviewPanel } from "../../features/review-panel/ReviewPanel";
import { keysOf, WithKeys } from "../../features/shortcuts/WithKeys";
import { TIME_TO_UNDO, TimeToUndo } from "../../features/submissions/TimeToUndo";
import { refusalIn } from "../../features/submissions/wayBack";
import { createPath, targetPath } from "../../features/targets/paths";
import { useFactsReadAt, useTargetNames } from "../../features/targets/useTargetNames";
import { useTargetWords } from "../../features/targets/useTargetWords";
import type { CheckReport, Target } from "../../ipc/client";
import { batches } from "../../messages/batches";
import { care } from "../../messages/care";
import { common } from "../../messages/common";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { errors } from "../../messages/errors";
import { BeginningAlert } from "./BeginningAlert";
import { Refusal } from "./Refusal";
import { type Copied, useDraft } from "./useDraft";
import { useSendByKeys } from "./useSendByKeys";
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
  const { start, draft, beginning, setBeginning, note, drop, bringBack } = useDraft(connection, target, copied);
  const [name, setName] = useState(start.name);
  const [reason, setReason] = useState(start.reason);
  const { checks, check } = useChecks(connection, target);
  const submit = useSubmit(connection, target, drop);
  const targetName = useTargetNames(target).name;
  const [typed, setTyped] = useState("");
  const ask = useAskBeforeProduction();
  const askDouble = useAskBeforeDouble(doublesOf(checks.report));
  const wide = wideOf(checks.report);
  const words = useTargetWords(connection, target);
  const isUnconfirmed = wide.length > 0 && !isNamed(typed, words);
  const notReady = useNotYet(checks.report, checks.checking);
  const notYet = notReady ?? (isUnconfirmed ? t(care.notTyped, { name: targetName }) : null);
  const { state } = useLocation();
  // What was said of the last attempt is past as soon as there is another.
  const refusal = submit.error ?? (submit.isUntried ? refusalIn(state) : null);

  const saveAsBatch = useSaveAsBatch();
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

  function changeReason(next: string) {
    setReason(next);
    note({ reason: next });
  }

  function put(next: { text: string; name: string; reason: string }) {
    editor.current?.setText(next.text);
    changeName(next.name);
    changeReason(next.reason);
    setBeginning({ kind: "empty" });
    editor.current?.focus();
  }

  function append(lines: string) {
    editor.current?.setText(appendLines(draft.current.text, lines));
  }

  function cancel() {
    const { current } = draft;
    drop();
    if (current.text.trim() !== "") {
      flash({
        type: "info",
        content: t(text.discarded),
        action: (
          <Button
            onClick={() => {
              bringBack(current);
              void navigate(createPath(target));
            }}
          >
            {t(text.bringBack)}
          </Button>
        ),
      });
    }
    void navigate(targetPath(target));
  }

  function create() {
    askDouble.ask(() =>
      ask([{ connection, target: targetName, items: checks.report?.items ?? 0 }], () => submit.send(draft.current)),
    );
  }
  useSendByKeys(checks, draft, notYet === null && !submit.isPending ? create : null);

  return (
    <div className="create-page">
      <SpaceBetween size="l">
        {refusal !== null && <Refusal error={refusal} />}
        <BeginningAlert
          beginning={beginning}
          onStartEmpty={() => put({ text: "", name: "", reason: "" })}
          onBringBack={() => beginning.kind === "copied" && beginning.putAside && put(beginning.putAside)}
          onDismiss={() => setBeginning({ kind: "empty" })}
        />
        <div className="create-columns">
          <Container
            header={
              <Header
                variant="h2"
                actions={<ImportLines notNow={submit.isPending ? t(text.sending) : null} onLines={append} />}
              >
                {t(text.objectPaths)}
              </Header>
            }
          >
            <PathEditor
              ref={editor}
              initialText={start.text}
              readOnly={submit.isPending}
              checks={checks}
              onText={(next, by) => {
                note({ text: next });
                check(next, { atOnce: by === "whole" });
              }}
              onMoreFindings={() => check(draft.current.text, { shown: checks.report?.findings.length })}
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
              <ReasonField value={reason} readOnly={submit.isPending} onChange={changeReason} />
              {wide.length > 0 && (
                <ConfirmWide
                  cleared={[{ target: null, wide }]}
                  names={words}
                  value={typed}
                  readOnly={submit.isPending}
                  onChange={setTyped}
                />
              )}
              <DoubleNotice doubles={askDouble.doubles} />
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
                <WithKeys of="send">
                  <Button
                    variant="primary"
                    ariaDescribedby={TIME_TO_UNDO}
                    nativeButtonAttributes={keysOf("send")}
                    loading={submit.isPending}
                    loadingText={t(text.sending)}
                    disabled={notYet !== null}
                    disabledReason={notYet ?? undefined}
                    onClick={create}
                  >
                    {t(common.createInvalidation)}
                  </Button>
                </WithKeys>
                {askDouble.modal}
              </div>
              <CopyAsCli connection={connection} target={target} reason={notReady} lines={() => draft.current} />
            </ReviewPanel>
            <Cheaper
              connection={connection}
              target={target}
              checks={checks}
              text={draft.current.text}
              currentText={() => draft.current.text}
              readOnly={submit.isPending}
              onText={(next) => editor.current?.setText(next)}
            />
          </div>
        </div>
      </SpaceBetween>
    </div>
  );
}

/** Why nothing can be sent yet; `null` where it can. */
function useNotYet(report: CheckReport | null, checking: boolean): string | null {
  const t = useText();
  if (!report) return t(checking ? text.reasonChecking : text.reasonEmpty);
  if (report.errors > 0) return t(text.reasonErrors, { count: report.errors });
  if (report.items === 0) return t(text.reasonEmpty);
  if (report.refused) return t(errors[report.refused.code].happened);
  return refusedByBudget(t, [report.cost]);
}
