import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { TriedItem, TriedWhy } from "../../ipc/client";
import { triedWhy } from "../../messages/trying";
import { wireError } from "../../test/fake";
import { TRIED } from "../../test/fake-support";
import { openWindow } from "../../test/open";

const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Try a path" });

/** Opens the help of Create invalidation over made-up answers, and notes what is tried. */
async function open(answer: (text: string) => TriedItem | Promise<TriedItem> = () => TRIED) {
  const asked: string[] = [];
  openWindow("/distributions/E1SHOP00000001/create", {
    try_item: ({ text }: { text: string }) => {
      asked.push(text);
      return answer(text);
    },
  });
  // Not by the word Info: jsdom takes a link without an address for one to nowhere, and leaves the page.
  await screen.findByRole("textbox", { name: "Add object paths" });
  await userEvent.click(await screen.findByRole("button", { name: "Open the help panel" }));
  await screen.findByRole("textbox", { name: "Try a path" });
  return asked;
}

const examples = () => screen.findByRole("table", { name: "Addresses made up from it" });

describe("a path that is tried", () => {
  it("says what is sent, and of each example in a word whether it is cleared and why", async () => {
    const asked = await open();
    expect(screen.getByText(/Nothing typed yet/)).toBeTruthy();
    await userEvent.type(field(), "/blog*");
    const rows = within(await examples())
      .getAllByRole("row")
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      "/blogClearedThe very address.",
      "/blog/post.htmlClearedIt lies below it.",
      "/blogrollClearedIt only begins like it.",
      "/BlogStaysCapital and small letters differ.",
    ]);
    expect(screen.getByText("Sent as").textContent).toBe("Sent as /blog*");
    expect(screen.queryByText(/Nothing typed yet/)).toBeNull();
    // Once the keys rest, and not at every one of them.
    expect(asked.at(-1)).toBe("/blog*");
    expect(asked.length).toBeLessThan(6);
  });

  it("is an example of the cheat sheet at a click, with the keyboard in the field", async () => {
    const asked = await open();
    await userEvent.click(screen.getByRole("button", { name: "Try /news/" }));
    expect(field().value).toBe("/news/");
    expect(document.activeElement).toBe(field());
    await waitFor(() => expect(asked).toEqual(["/news/"]));
  });

  it("says why it cannot be sent, and shows no examples", async () => {
    await open(() => ({
      item: null,
      findings: [
        {
          line: 1,
          rule: "wildcardInside",
          severity: "error",
          subject: "*.jpg",
          becomes: null,
          otherLine: null,
          fix: null,
          source: "",
        },
      ],
      examples: [],
    }));
    await userEvent.type(field(), "/*.jpg");
    expect(await screen.findByText("This cannot be sent")).toBeTruthy();
    const remarks = screen.getByRole("list", { name: "What the checks say" });
    expect(remarks.textContent).toContain("A * stands before the end");
    expect(screen.queryByRole("table", { name: "Addresses made up from it" })).toBeNull();
  });

  it("that could not be tried says so, and goes away with the text", async () => {
    await open(() => {
      throw wireError({ code: "unexpected", detail: "no such thing" });
    });
    await userEvent.type(field(), "/a");
    expect((await screen.findByRole("alert")).textContent).toContain("The path could not be tried");
    await userEvent.clear(field());
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(screen.getByText(/Nothing typed yet/)).toBeTruthy();
  });
});

it("each reason has a sentence of its own", () => {
  const whys: TriedWhy[] = [
    "itself",
    "query",
    "below",
    "beginsAlike",
    "otherCase",
    "withoutSlash",
    "withSlash",
    "directory",
    "beside",
    "tagged",
  ];
  expect(Object.keys(triedWhy).sort()).toEqual([...whys].sort());
  expect(new Set(whys.map((why) => triedWhy[why].defaultMessage)).size).toBe(whys.length);
});
