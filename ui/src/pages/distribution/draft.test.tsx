import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import { distribution, listed } from "../../test/fake";
import { openWindow } from "../../test/open";
import { draftRecords } from "../../test/rust-side";

beforeEach(() => dropDraft("practice", { kind: "distribution", id: "E1SHOP00000001" }));

function withDraft(key: string) {
  const side = draftRecords();
  side.records.set(key, { content: JSON.stringify({ text: "/half" }), at: "2026-11-25T12:00:00Z" });
  return side;
}

it("is marked in the list, for the connection in use alone", async () => {
  const rows = [distribution({}), distribution({ id: "E2BLOG00000001" })];
  const { answers, records } = withDraft("create/practice/distribution/E1SHOP00000001");
  records.set("create/c2/distribution/E2BLOG00000001", { content: "{}", at: "2026-11-25T12:00:00Z" });
  openWindow("/distributions", { ...answers, distributions: () => listed(rows) });
  expect((await screen.findByText("Draft")).closest("tr")?.textContent).toContain("E1SHOP00000001");
  expect(screen.getAllByText("Draft")).toHaveLength(1);
});

it("is told of on the page of its distribution, and leads on to the editor", async () => {
  const { answers } = withDraft("create/practice/distribution/E1SHOP00000001");
  openWindow("/distributions/E1SHOP00000001", answers);
  expect(await screen.findByText(/You have a draft for this distribution, from Nov 25, 2026/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Continue draft" }));
  const area = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
  expect(area.value).toBe("/half");
});
