import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createIntl } from "react-intl";
import { beforeEach, describe, expect, it } from "vitest";
import type { Text } from "../../common/text";
import type { Cheaper } from "../../ipc/client";
import { type Answers, report, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { dropDraft } from "../path-editor/drafts";
import { whatElseItClears, whatItDoes, whatItSaves } from "./sentences";

const ID = "E1SHOP00000001";
const BEFORE = "/blog/*\n/blog/a\n/blog/b";
const AFTER = "/blog/*";

beforeEach(() => dropDraft("practice", { kind: "distribution", id: ID }));

function way(part: Partial<Cheaper>): Cheaper {
  return {
    kind: "covered",
    item: null,
    examples: ["/blog/a", "/blog/b"],
    replaces: 2,
    saves: 2,
    savesLeast: "0",
    savesMost: "0.01",
    alsoClears: 0,
    alsoExamples: [],
    header: null,
    ...part,
  };
}

/** Opens the editor with the long text in it; a shorter one is not made any cheaper. */
async function edit(ways: Cheaper[], answers: Answers = {}) {
  openWindow(`/distributions/${ID}/create`, {
    check_items: ({ text }: { text: string }) => report({ cheaper: text === BEFORE ? ways : [] }),
    apply_cheaper: () => AFTER,
    ...answers,
  });
  const area = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
  fireEvent.input(area, { target: { value: BEFORE } });
  return area;
}

const section = () => screen.findByRole("region", { name: "Cheaper" });
const applies = (within_: HTMLElement) => within(within_).getAllByRole("button", { name: /^Apply/ });

describe("in the editor", () => {
  it("nothing is changed unasked; Apply puts the cheaper text there, and Undo brings the old one back as it was", async () => {
    const asked: unknown[] = [];
    const area = await edit([way({ item: "/blog/*" })], {
      apply_cheaper: (args: unknown) => {
        asked.push(args);
        return AFTER;
      },
    });
    const place = await section();
    expect(area.value).toBe(BEFORE);
    await userEvent.click(applies(place)[0]!);
    await waitFor(() => expect(area.value).toBe(AFTER));
    const target = { kind: "distribution", id: ID };
    expect(asked).toEqual([{ connection: "practice", target, text: BEFORE, kind: "covered", item: "/blog/*" }]);
    expect(document.activeElement).toBe(await section());
    expect(screen.getByText("Applied: 2 items fewer")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(area.value).toBe(BEFORE);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    expect(applies(await section())).toHaveLength(1);
  });

  it("what is typed after it is not lost by taking it back: Undo goes", async () => {
    const area = await edit([way({})]);
    await userEvent.click(applies(await section())[0]!);
    await screen.findByRole("button", { name: "Undo" });
    fireEvent.input(area, { target: { value: `${AFTER}\n/typed` } });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
  });

  it("three ways are shown at first, the others on demand", async () => {
    const items = ["/a/*", "/b/*", "/c/*", "/d/*", "/e/*"];
    await edit(items.map((item) => way({ kind: "directory", item })));
    expect(applies(await section())).toHaveLength(3);
    await userEvent.click(screen.getByRole("button", { name: "Show 2 more" }));
    expect(applies(await section())).toHaveLength(5);
    expect(document.activeElement).toBe(await section());
  });

  it("shows the items that go, once unfolded, and how many are not shown", async () => {
    await edit([way({ replaces: 124 })]);
    await userEvent.click(within(await section()).getByRole("button", { name: "The 124 items that it takes out" }));
    expect((await section()).textContent).toContain("/blog/a/blog/band 122 more");
  });

  it("tags are an advice with the header's name, and nothing to apply", async () => {
    await edit([way({ kind: "tags", header: "Cache-Tag", replaces: 40, saves: 0, examples: [] })]);
    const place = await section();
    expect(place.textContent).toContain("40 paths could go as cache tags");
    expect(place.textContent).toContain("Cache-Tag");
    expect(within(place).queryByRole("button", { name: /^Apply/ })).toBeNull();
  });

  it("a way that could not be applied leaves the text and says why", async () => {
    const area = await edit([way({})], {
      apply_cheaper: () => {
        throw wireError({ code: "unexpected", detail: "no such item" });
      },
    });
    await userEvent.click(applies(await section())[0]!);
    expect((await screen.findByRole("alert")).textContent).toContain("no such item");
    expect(area.value).toBe(BEFORE);
  });

  it("is not there where nothing can be made cheaper", async () => {
    await edit([]);
    await screen.findByText("This run");
    expect(screen.queryByRole("region", { name: "Cheaper" })).toBeNull();
  });
});

describe("in words", () => {
  const t = createIntl({ locale: "en", defaultLocale: "en" }).formatMessage as Text;

  it("each kind says what it does", () => {
    const ways: Cheaper[] = [
      way({ replaces: 124 }),
      way({ replaces: 124, item: "/blog/*" }),
      way({ kind: "twins", item: "/news*", examples: ["/news", "/news/"] }),
      way({ kind: "directory", item: "/images/*", replaces: 57 }),
      way({ kind: "queries", item: "/search?*", replaces: 9 }),
    ];
    expect(ways.map((one) => whatItDoes(t, one))).toEqual([
      "124 items are cleared by a wildcard of the list already: leave them out",
      "124 items are cleared by /blog/* already",
      "/news and /news/ → /news*",
      "57 paths under /images/ → /images/*",
      "9 query strings of /search → /search?*",
    ]);
  });

  it("what it saves is exact, a range only where it is one, and free items cost nothing", () => {
    const saves = (part: Partial<Cheaper>) => whatItSaves(t, "USD", way({ saves: 124, ...part }));
    expect(saves({ savesLeast: "0.62", savesMost: "0.62" })).toBe("Saves 124 items ($0.62)");
    expect(saves({ savesLeast: "0", savesMost: "0.62" })).toBe("Saves 124 items ($0.00 to $0.62)");
    expect(saves({ savesLeast: "0", savesMost: "0" })).toBe("Saves 124 items, all of them free ones");
    expect(saves({ saves: 0 })).toBeNull();
  });

  it("what else it clears is said of whatever clears more, known or not", () => {
    const known = { alsoClears: 12, alsoExamples: ["/images/a", "/images/b"] };
    expect(whatElseItClears(t, way({ kind: "directory", item: "/images/*", ...known }))).toBe(
      "Also clears 12 other paths that were cleared here before, such as /images/a, /images/b.",
    );
    expect(whatElseItClears(t, way({ kind: "twins", item: "/news*" }))).toContain("new ones are cleared too");
    expect(whatElseItClears(t, way({}))).toBeNull();
  });
});
