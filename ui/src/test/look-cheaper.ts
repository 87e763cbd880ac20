/** Ways to make it cheaper, and a budget that is passed, for looking at the review. */
import type { BudgetMet, Cheaper, RunCost } from "../ipc/client";
import { runCost } from "./fake-costs";

const way = (part: Partial<Cheaper>): Cheaper => ({
  kind: "covered",
  item: null,
  examples: ["/blog/2026/a-rather-long-name-of-a-page-that-somebody-wrote.html", "/blog/2026/b"],
  replaces: 124,
  saves: 124,
  savesLeast: "0.31",
  savesMost: "0.62",
  alsoClears: 0,
  alsoExamples: [],
  header: null,
  ...part,
});

/** One of each kind. */
export const cheaperWays: Cheaper[] = [
  way({}),
  way({
    kind: "directory",
    item: "/images/*",
    replaces: 57,
    saves: 56,
    savesLeast: "0.28",
    savesMost: "0.28",
    alsoClears: 12,
    alsoExamples: ["/images/logo.svg", "/images/2025/spring.webp", "/images/a-rather-long-name-of-an-image.jpg"],
  }),
  way({ kind: "twins", item: "/news*", examples: ["/news", "/news/"], replaces: 2, saves: 1, savesMost: "0.31" }),
  way({ kind: "queries", item: "/search?*", replaces: 9, saves: 8 }),
  way({ kind: "tags", header: "Cache-Tag", replaces: 40, saves: 0, examples: [] }),
];

const met: BudgetMet = { scope: { kind: "account" }, limit: 2000, items: 2008, refuses: false, fixedBy: null };

/** What so many items cost in a month that is being counted. */
export function lookCost(items: number): RunCost {
  return runCost({
    items,
    least: "0.04",
    most: "0.54",
    used: 2008 - items,
    freeLeft: 100,
    afterItems: 2008,
    afterLeast: "5.04",
    afterMost: "5.54",
    countedAt: "2026-11-22T10:15:00Z",
    budgets: items > 4 ? [{ ...met, refuses: true, fixedBy: "/etc/housekeeper/policy.toml" }, met] : [],
  });
}
