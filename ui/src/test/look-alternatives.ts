/** Made-up wide wildcards, doubles, alternatives and repeats, to look at their pages in a browser. */
import type { Alternative, Alternatives, CheckReport, WeeklyRepeats } from "../ipc/client";
import type { Answers } from "./fake";

const example = (path: string, times: number, behavior: number): Alternative => ({
  path,
  times,
  last: "2026-11-22T10:15:31Z",
  versionedName: path.replace(/(\.\w+)$/, ".v2$1"),
  versionedQuery: `${path}?v=2`,
  behavior,
});

const ALTERNATIVES: Alternatives = {
  examples: [
    example("/css/site.css", 41, 0),
    example("/assets/2026/a-rather-long-folder-name/with-a-rather-long-file-name.min.js", 18, 1),
    example("/index.html", 12, 3),
    example("/img/logo.svg", 7, 2),
  ],
  areOwn: true,
  behaviors: [
    {
      pathPattern: "/css/*",
      cachePolicy: "Managed-CachingOptimized",
      queryStrings: { kind: "none" },
      minTtl: 1,
      defaultTtl: 86_400,
      maxTtl: 31_536_000,
    },
    {
      pathPattern: "/assets/*",
      cachePolicy: "shop-assets",
      queryStrings: { kind: "some", names: ["id", "lang"] },
      minTtl: 0,
      defaultTtl: 3_600,
      maxTtl: 86_400,
    },
    {
      pathPattern: "/img/*",
      cachePolicy: null,
      queryStrings: { kind: "unknown" },
      minTtl: null,
      defaultTtl: null,
      maxTtl: null,
    },
    {
      pathPattern: "*",
      cachePolicy: "shop-pages",
      queryStrings: { kind: "allExcept", names: ["utm_source", "utm_medium"] },
      minTtl: 90,
      defaultTtl: 3_600,
      maxTtl: 90_061,
    },
  ],
  error: null,
};

const REPEATS: WeeklyRepeats = {
  since: "2026-11-15T10:15:30Z",
  repeats: [{ target: { kind: "distribution", id: "E1SHOP00000001" }, name: "Shop", path: "/css/site.css", times: 9 }],
  paths: 3,
  items: 21,
};

/** What the checks say of `/en*`, and of `/twice`, which is on its way already. */
export function careReport(text: string): Partial<CheckReport> {
  return {
    wide: text.includes("/en*") ? [{ item: "/en*", clears: 340, known: 412 }] : [],
    double: text.includes("/twice")
      ? { submission: 8, asked: new Date(Date.now() - 3 * 60_000 - 5_000).toISOString() }
      : null,
  };
}

export const alternativesAnswers: Answers = {
  alternatives: () => ALTERNATIVES,
  weekly_repeats: () => REPEATS,
};
