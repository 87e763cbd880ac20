import { isZero, money } from "../../common/money";
import type { Text } from "../../common/text";
import type { Cheaper } from "../../ipc/client";
import { cheaper as text } from "../../messages/cheaper";

/** What a way to make it cheaper does, in one line. */
export function whatItDoes(t: Text, { kind, item, examples, replaces, header }: Cheaper): string {
  const count = replaces;
  switch (kind) {
    case "covered":
      return item === null ? t(text.covered, { count }) : t(text.coveredBy, { count, item });
    case "twins": {
      const [first, second] = examples;
      const isPair = replaces === 2 && first !== undefined && second !== undefined;
      return isPair ? t(text.twins, { first, second, item }) : t(text.twinsMany, { count, item });
    }
    case "directory":
      return t(text.directory, { count, item, base: withoutStar(item) });
    case "queries":
      return t(text.queries, { count, item, base: withoutStar(item).replace(/\?$/, "") });
    case "tags":
      return t(text.tags, { count, header });
  }
}

const withoutStar = (item: string | null) => item?.replace(/\*$/, "") ?? "";

/** How many items and how much money it saves; `null` for an advice that saves nothing by itself. */
export function whatItSaves(t: Text, currency: string, { saves, savesLeast, savesMost }: Cheaper): string | null {
  if (saves === 0) return null;
  const most = money(currency, savesMost);
  const amount = savesLeast === savesMost ? most : t(text.savesUpTo, { least: money(currency, savesLeast), most });
  return isZero(savesMost) ? t(text.savesItems, { count: saves }) : t(text.saves, { count: saves, money: amount });
}

/** What else it clears; `null` where it only leaves out what is cleared anyway, or changes nothing. */
export function whatElseItClears(t: Text, { kind, alsoClears, alsoExamples }: Cheaper): string | null {
  if (kind === "covered" || kind === "tags") return null;
  if (alsoClears === 0) return t(text.alsoUnknown);
  return t(text.alsoClears, { count: alsoClears, paths: alsoExamples.join(", ") });
}
