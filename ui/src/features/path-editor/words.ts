import type { Text, Values } from "../../common/text";
import type { Finding } from "../../ipc/client";
import { rules } from "../../messages/rules";

/** What is said of a finding: what was found, why it matters, and what its fix does. */
export type FindingWords = { title: string; why: string; fix: string };

/** What is said of a finding, wherever it is told. */
export function findingWords(t: Text, { rule, severity, subject, becomes, otherLine }: Finding): FindingWords {
  const said = rules[rule];
  const values: Values = {
    subject,
    becomes: becomes ?? "",
    other: otherLine ?? 0,
    sure: severity === "error" ? "yes" : "no",
  };
  return { title: t(said.title, values), why: t(said.why, values), fix: t(said.fix) };
}
