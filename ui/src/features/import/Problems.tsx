import Alert from "@cloudscape-design/components/alert";
import { type Text, useText } from "../../common/text";
import type { ImportPreview, ImportProblem } from "../../ipc/client";
import { importing as text } from "../../messages/importing";
import { importProblems } from "../../messages/importProblems";
import "./import.css";

/** Whether nothing is taken from a file. */
export function isRefused({ problems }: ImportPreview): boolean {
  return problems.some(({ refusal }) => refusal);
}

/** What is wrong in a file: what refuses it, else what was passed over. */
export function Problems({ preview }: { preview: ImportPreview }) {
  const t = useText();
  const { problems, problemCount } = preview;
  if (problemCount === 0) return null;
  return (
    <Alert type={isRefused(preview) ? "error" : "warning"} header={t(text.problems, { count: problemCount })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <ul className="import-list" tabIndex={0}>
        {problems.map((problem, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are never reordered.
          <li key={place}>{sentenceOf(t, problem)}</li>
        ))}
      </ul>
      {problemCount > problems.length && t(text.moreProblems, { count: problemCount - problems.length })}
    </Alert>
  );
}

function sentenceOf(t: Text, { kind, line, column, subject }: ImportProblem): string {
  const plain = t(importProblems[kind]);
  const sentence = subject === "" ? plain : t(text.about, { sentence: plain, subject });
  if (line === null) return sentence;
  return column === null ? t(text.atLine, { line, sentence }) : t(text.atColumn, { line, column, sentence });
}
