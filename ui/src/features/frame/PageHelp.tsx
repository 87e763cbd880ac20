import type { MessageDescriptor } from "react-intl";
import { useText } from "../../common/text";
import { shell } from "../../messages/shell";

/** What the help says of a page; each part is one or more sentences of the catalogue. */
export type HelpWords = {
  /** What the page is for. */
  purpose: readonly MessageDescriptor[];
  /** What one does on it. */
  steps: readonly MessageDescriptor[];
  /** What to watch out for. */
  care: readonly MessageDescriptor[];
  /** What its words mean. */
  words?: readonly MessageDescriptor[];
};

/** The help of a page, in the same order on every one: what it is for, what one does, and what to watch out for. */
export function PageHelp({ purpose, steps, care, words = [] }: HelpWords) {
  const t = useText();
  const parts = [
    { title: shell.helpPurpose, said: purpose },
    { title: shell.helpSteps, said: steps },
    { title: shell.helpCare, said: care },
    { title: shell.helpWords, said: words },
  ];
  return parts
    .filter(({ said }) => said.length > 0)
    .map(({ title, said }) => (
      <section key={title.id}>
        <h3>{t(title)}</h3>
        {said.map((message) => (
          <p key={message.id}>{t(message)}</p>
        ))}
      </section>
    ));
}
