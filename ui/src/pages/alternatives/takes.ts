import type { Text } from "../../common/text";
import type { Alternative, BehaviorTerms, CacheKeyQuery } from "../../ipc/client";
import { alternatives as text } from "../../messages/alternatives";

/** What a version in the query comes to: it works, it does nothing, or nobody knows. */
export type InQuery = "works" | "nothing" | "notThisName" | "unknown";

/** The name of the parameter that carries the version: the last one of its query. */
export function parameterOf({ versionedQuery }: Pick<Alternative, "versionedQuery">): string {
  const query = versionedQuery.slice(versionedQuery.indexOf("?") + 1);
  return [...new URLSearchParams(query).keys()].at(-1) ?? "";
}

/** What a version in this parameter comes to. CloudFront tells capital letters from small ones here. */
export function inQuery(key: CacheKeyQuery, parameter: string): InQuery {
  switch (key.kind) {
    case "all":
      return "works";
    case "none":
      return "nothing";
    case "unknown":
      return "unknown";
    case "some":
      return key.names.includes(parameter) ? "works" : "notThisName";
    case "allExcept":
      return key.names.includes(parameter) ? "notThisName" : "works";
  }
}

/** Whether people come to a path by its own address, as far as its name tells: that cannot carry a version. */
export function isPage(path: string): boolean {
  const name =
    path
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? "";
  return !name.includes(".") || /\.(x?html?|php|aspx?|jsp)$/i.test(name);
}

/** The behavior that takes a path, where it is known. */
export function behaviorOf(
  { behavior }: Pick<Alternative, "behavior">,
  behaviors: readonly BehaviorTerms[],
): BehaviorTerms | undefined {
  return behavior === null ? undefined : behaviors[behavior];
}

type Tools = { t: Text; list: (words: readonly string[]) => string; duration: (seconds: number) => string };

/** What it takes to have a path no longer cleared, in sentences. */
export function takes(tools: Tools, example: Alternative, behaviors: readonly BehaviorTerms[]): string[] {
  const { t, duration } = tools;
  const behavior = behaviorOf(example, behaviors);
  const sentences = [aboutQuery(tools, example, behavior)];
  if (isPage(example.path)) sentences.push(t(text.takesPage));
  else if (behavior?.maxTtl) sentences.push(t(text.takesFile, { time: duration(behavior.maxTtl) }));
  if (behavior?.minTtl) sentences.push(t(text.takesMinimum, { time: duration(behavior.minTtl) }));
  return sentences;
}

function aboutQuery({ t, list }: Tools, example: Alternative, behavior: BehaviorTerms | undefined): string {
  if (!behavior) return t(text.takesNotRead);
  const { queryStrings: key, cachePolicy: policy } = behavior;
  const parameter = parameterOf(example);
  switch (inQuery(key, parameter)) {
    case "works":
      return t(text.takesNothing);
    case "unknown":
      return t(text.takesUnknown);
    case "nothing":
      return policy === null ? t(text.takesSettings) : t(text.takesPolicy, { policy });
    case "notThisName":
      return key.kind === "some"
        ? t(text.takesSome, { names: list(key.names), count: key.names.length, parameter })
        : t(text.takesOther, { parameter });
  }
}
