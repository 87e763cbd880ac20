import type { Text } from "../../common/text";
import type { TemplateProblem } from "../../ipc/client";
import { batches as text } from "../../messages/batches";

const SENTENCES = { openBrace: text.openBrace, closeBrace: text.closeBrace, badName: text.badName };

/** What is wrong with the braces of a text, as a sentence. */
export function problemText(t: Text, { kind, line, subject }: TemplateProblem): string {
  return t(SENTENCES[kind], { line, subject });
}
