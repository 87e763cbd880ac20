import Button from "@cloudscape-design/components/button";
import type { InputProps } from "@cloudscape-design/components/input";
import { useRef, useState } from "react";
import { useText } from "../../common/text";
import type { Target } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { trying } from "../../messages/trying";
import { AlternativesLink } from "../targets/AlternativesLink";
import { TryPath } from "./TryPath";
import "./cheat-sheet.css";

/** What one may write and what it clears; the examples are paths, not words of any language. */
const EXAMPLES = [
  [["/index.html"], text.cheatFile],
  [["/images/*"], text.cheatFolder],
  [["/page.html?id=7"], text.cheatQuery],
  [["/page.html*"], text.cheatVariants],
  [["/news", "/news/"], text.cheatSlash],
  [["/"], text.cheatRoot],
  [["/blog*"], text.cheatPrefix],
  [["#product:tv"], text.cheatTag],
  [["/*"], text.cheatAll],
] as const;

const RULES = [text.helpStar, text.helpPrice, text.helpEncoding, text.helpVariants, text.helpTilde];

type Props = {
  /** Whose paths are written, where it is one. */
  target?: Target;
  /** The lines beside it may have variables. */
  hasVariables?: boolean;
};

/** The help beside the editor: paths and wildcards (DG "What you need to know when invalidating files"), to be tried. */
export function CheatSheet({ target, hasVariables = false }: Props) {
  const t = useText();
  const [tried, setTried] = useState("");
  const field = useRef<InputProps.Ref>(null);

  function fill(example: string) {
    setTried(example);
    // What it clears stands under the field, and the keyboard goes on from there.
    field.current?.focus();
  }

  return (
    <>
      <TryPath ref={field} value={tried} onChange={setTried} hasVariables={hasVariables} />
      <h3>{t(text.cheatTitle)}</h3>
      <p>{t(text.helpIntro)}</p>
      <table className="cheat-sheet">
        <thead>
          <tr>
            <th scope="col">{t(text.cheatWrite)}</th>
            <th scope="col">{t(text.cheatClears)}</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map(([examples, meaning]) => (
            <tr key={meaning.id}>
              <td>
                {examples.map((example) => (
                  <div key={example}>
                    <Button
                      variant="inline-link"
                      ariaLabel={t(trying.tryIt, { path: example })}
                      onClick={() => fill(example)}
                    >
                      <code>{example}</code>
                    </Button>
                  </div>
                ))}
              </td>
              <td>{t(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t(text.helpRulesTitle)}</h3>
      <ul>
        {RULES.map((rule) => (
          <li key={rule.id}>{t(rule)}</li>
        ))}
      </ul>
      {target && (
        <>
          <h3>{t(text.helpOftenTitle)}</h3>
          <p>{t(text.helpOften)}</p>
          <p>
            <AlternativesLink target={target} />
          </p>
        </>
      )}
    </>
  );
}
