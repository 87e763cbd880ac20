import type { Text } from "../../common/text";
import type { Alternative, Alternatives, BehaviorTerms } from "../../ipc/client";
import { alternatives as text } from "../../messages/alternatives";
import { behaviorOf, inQuery, isPage, parameterOf } from "./takes";

/** So many paths stand in the letter: whoever reads it needs to see what it is about, not all of it. */
const MOST = 5;

/** A letter to the developers of a site, ready to be sent on; `target` is the site as people call it. */
export function askFor(t: Text, target: string, { examples, areOwn, behaviors }: Alternatives): string {
  const first = examples.slice(0, MOST);
  const file = first.find(({ path }) => !isPage(path));
  const pages = first.filter(({ path }) => isPage(path));
  const paragraphs = [
    t(text.askGreeting),
    [t(areOwn ? text.askIntro : text.askIntroExample, { target }), ...first.map((example) => line(t, example))].join(
      "\n",
    ),
    t(text.askWhy),
    file ? forFiles(t, file, first, behaviors) : "",
    pages.length > 0 ? t(text.askPages, { path: pages[0]?.path }) : "",
    t(text.askSource),
    t(text.askThanks),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function line(t: Text, { path, times }: Alternative): string {
  return `- ${times > 0 ? t(text.askPath, { path, times }) : path}`;
}

function forFiles(
  t: Text,
  { path, versionedName, versionedQuery }: Alternative,
  examples: readonly Alternative[],
  behaviors: readonly BehaviorTerms[],
): string {
  const sentences = [
    t(text.askName, { path, versionedName }),
    t(text.askQuery, { versionedQuery }),
    ...needsPolicy(t, examples, behaviors),
    t(text.askTtl),
  ];
  return sentences.join("\n");
}

/** The behaviors in which a version in the query would do nothing yet. */
function needsPolicy(t: Text, examples: readonly Alternative[], behaviors: readonly BehaviorTerms[]): string[] {
  const patterns = examples.flatMap((example) => {
    const behavior = behaviorOf(example, behaviors);
    const query = behavior && inQuery(behavior.queryStrings, parameterOf(example));
    return behavior && (query === "nothing" || query === "notThisName") ? [behavior.pathPattern] : [];
  });
  const unique = [...new Set(patterns)];
  if (unique.length === 0) return [];
  const [first] = examples;
  return [t(text.askPolicy, { patterns: unique.join(", "), parameter: first ? parameterOf(first) : "" })];
}
