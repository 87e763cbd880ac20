import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import { batchRow, report, runReview, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const ID = "E1SHOP00000001";
const SENTENCE = "/admin/* is not under /news/. This is fixed by /etc/housekeeper/policy.toml.";
const refused = wireError({ code: "notAllowed", detail: SENTENCE });

beforeEach(() => dropDraft("practice", { kind: "distribution", id: ID }));

it("what the administrator does not allow is said in the review, and cannot be sent", async () => {
  openWindow(`/distributions/${ID}/create`, { check_items: () => report({ refused }) });
  fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/admin/*" } });
  expect(await screen.findByText(SENTENCE)).toBeTruthy();
  const button = screen.getByRole("button", { name: /^Create invalidation/ });
  expect(button.getAttribute("aria-disabled") ?? button.getAttribute("disabled")).not.toBeNull();
});

it("so it is in the run of a saved batch", async () => {
  const [target] = batchRow({}).targets;
  if (!target) throw new Error("the batch has no target");
  const review = runReview({ targets: [{ target, report: report({ refused }), error: null }] });
  openWindow("/batches/3/run", { review_run: () => review });
  expect(await screen.findByText(SENTENCE)).toBeTruthy();
  const button = await screen.findByRole("button", { name: /^Create invalidation/ });
  expect(button.getAttribute("aria-disabled") ?? button.getAttribute("disabled")).not.toBeNull();
});
