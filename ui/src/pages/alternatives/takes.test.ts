import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";
import type { Text } from "../../common/text";
import type { Alternative, BehaviorTerms, CacheKeyQuery } from "../../ipc/client";
import { inQuery, isPage, parameterOf, takes } from "./takes";

const intl = createIntl({ locale: "en", defaultLocale: "en" });
const tools = {
  t: intl.formatMessage as Text,
  list: (words: readonly string[]) => words.join(", "),
  duration: (seconds: number) => `${seconds} s`,
};

function example(part: Partial<Alternative>): Alternative {
  return {
    path: "/css/site.css",
    times: 41,
    last: null,
    versionedName: "/css/site.v2.css",
    versionedQuery: "/css/site.css?v=2",
    behavior: 0,
    ...part,
  };
}

function behavior(queryStrings: CacheKeyQuery, part: Partial<BehaviorTerms> = {}): BehaviorTerms {
  return { pathPattern: "*", cachePolicy: "Shop", queryStrings, minTtl: 0, defaultTtl: 60, maxTtl: null, ...part };
}

const said = (queryStrings: CacheKeyQuery, part: Partial<BehaviorTerms> = {}, of: Partial<Alternative> = {}) =>
  takes(tools, example(of), [behavior(queryStrings, part)]).join(" ");

describe("a version in the query", () => {
  it("counts where its parameter is in the cache key, and a capital letter is another one", () => {
    expect(inQuery({ kind: "all" }, "v")).toBe("works");
    expect(inQuery({ kind: "none" }, "v")).toBe("nothing");
    expect(inQuery({ kind: "unknown" }, "v")).toBe("unknown");
    expect(inQuery({ kind: "some", names: ["id", "v"] }, "v")).toBe("works");
    expect(inQuery({ kind: "some", names: ["V"] }, "v")).toBe("notThisName");
    expect(inQuery({ kind: "allExcept", names: ["v"] }, "v")).toBe("notThisName");
    expect(inQuery({ kind: "allExcept", names: ["V"] }, "v")).toBe("works");
  });

  it("is the last parameter", () => {
    expect(parameterOf({ versionedQuery: "/a?id=7&v=2" })).toBe("v");
    expect(parameterOf({ versionedQuery: "/a?ver=2" })).toBe("ver");
  });
});

describe("what it takes", () => {
  it("is nothing where the query string is in the cache key", () => {
    expect(said({ kind: "all" })).toBe("A version in the query works as it is, and so does a new name.");
  });

  it("is a change of the cache policy, by its name, or of the behavior where it has none", () => {
    expect(said({ kind: "none" })).toContain("would do nothing here");
    expect(said({ kind: "none" })).toContain("have the cache policy Shop changed");
    expect(said({ kind: "none" }, { cachePolicy: null })).toContain("have the behavior changed");
  });

  it("is one of the parameters that count, by their names", () => {
    expect(said({ kind: "some", names: ["id", "page"] })).toContain(
      "only id, page are in the cache key. Put the version there, have v added",
    );
    expect(said({ kind: "allExcept", names: ["v"] })).toContain("v is the part of the query that is left out");
  });

  it("is not guessed where it could not be read", () => {
    expect(said({ kind: "unknown" })).toContain("cloudfront:GetCachePolicy");
    for (const none of [null, 9]) {
      expect(takes(tools, example({ behavior: none }), [behavior({ kind: "all" })])).toEqual([
        "The behavior that takes this path is not known, so nobody can say here whether a version in the query counts. A new name works in any case.",
      ]);
    }
  });

  it("for a page is a short max-age, and for a file a long time", () => {
    expect(said({ kind: "all" }, { maxTtl: 86_400 })).toContain("it may be kept for long: here up to 86400 s");
    const page = said({ kind: "all" }, { maxTtl: 86_400 }, { path: "/index.html" });
    expect(page).toContain("short max-age");
    expect(page).not.toContain("kept for long");
  });

  it("says what a minimum TTL above nothing does", () => {
    expect(said({ kind: "all" }, { minTtl: 300 })).toContain("CloudFront keeps it for 300 s at least");
    expect(said({ kind: "all" }, { minTtl: 0 })).not.toContain("at least");
    expect(said({ kind: "all" }, { minTtl: null })).not.toContain("at least");
  });
});

it("a page is what people come to by its address", () => {
  for (const path of ["/", "/news/", "/about", "/index.html", "/a/b.HTM", "/p.php?id=7", "/v1.2/about"]) {
    expect(isPage(path), path).toBe(true);
  }
  for (const path of ["/css/site.css", "/logo.svg?x=/about", "/robots.txt"]) expect(isPage(path), path).toBe(false);
});
