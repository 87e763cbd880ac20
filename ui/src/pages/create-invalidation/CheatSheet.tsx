import { useText } from "../../common/text";
import { AlternativesLink } from "../../features/targets/AlternativesLink";
import { useTarget } from "../../features/targets/paths";
import { createInvalidation as text } from "../../messages/createInvalidation";

/** What one may write and what it clears; the examples are paths, not words of any language. */
const EXAMPLES = [
  ["/index.html", text.cheatFile],
  ["/images/*", text.cheatFolder],
  ["/page.html?id=7", text.cheatQuery],
  ["/page.html*", text.cheatVariants],
  ["/news  /news/", text.cheatSlash],
  ["/", text.cheatRoot],
  ["/blog*", text.cheatPrefix],
  ["#product:tv", text.cheatTag],
  ["/*", text.cheatAll],
] as const;

const RULES = [text.helpStar, text.helpPrice, text.helpEncoding, text.helpVariants, text.helpTilde];

/** The help beside the editor: paths and wildcards (DG "What you need to know when invalidating files"). */
export function CheatSheet() {
  const t = useText();
  const target = useTarget();
  return (
    <>
      <p>{t(text.helpIntro)}</p>
      <table className="cheat-sheet">
        <thead>
          <tr>
            <th scope="col">{t(text.cheatWrite)}</th>
            <th scope="col">{t(text.cheatClears)}</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map(([example, meaning]) => (
            <tr key={example}>
              <td>
                <code>{example}</code>
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
      <h3>{t(text.helpOftenTitle)}</h3>
      <p>{t(text.helpOften)}</p>
      <p>
        <AlternativesLink target={target} />
      </p>
    </>
  );
}
