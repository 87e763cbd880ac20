import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import { batchDetails, batchRow, report, runReview, submissionRow } from "../../test/fake";
import { openWindow } from "../../test/open";

const ID = "E1SHOP00000001";
const EVERYTHING = report({ wildcards: 1, files: 0, counts: [{ rule: "everything", severity: "warning", count: 1 }] });

beforeEach(() => dropDraft("practice", { kind: "distribution", id: ID }));

const create = () => screen.getByRole("button", { name: "Create invalidation" });
const isOff = () => create().getAttribute("aria-disabled") === "true";
const field = () => screen.findByRole<HTMLInputElement>("textbox", { name: /^Type .* to go on$/ });

it("a whole site is cleared once its name or id is typed", async () => {
  const sent: unknown[] = [];
  const submit = (args: unknown) => {
    sent.push(args);
    return submissionRow({});
  };
  openWindow(`/distributions/${ID}/create`, { submit, check_items: () => EVERYTHING });
  fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/*" } });
  const name = await field();
  expect(isOff()).toBe(true);
  await userEvent.click(create());
  fireEvent.change(name, { target: { value: "another site" } });
  expect(isOff()).toBe(true);
  expect(sent).toEqual([]);
  fireEvent.change(name, { target: { value: ` ${ID.toLowerCase()} ` } });
  expect(isOff()).toBe(false);
  await userEvent.click(create());
  expect(sent).toHaveLength(1);
});

it("a run that clears several sites asks for the name of the batch", async () => {
  const details = batchDetails({ row: batchRow({ name: "Relaunch" }) });
  const [first] = details.row.targets;
  if (!first) throw new Error("the batch has no target");
  const targets = [first, { ...first, target: { kind: "distribution" as const, id: "E2" }, targetName: "other" }];
  const everything = targets.map((target) => ({ target, report: EVERYTHING, error: null }));
  openWindow("/batches/3/run", {
    batch: () => details,
    review_run: () => runReview({ targets: everything }),
  });
  const name = await field();
  expect(screen.getByText("This clears all of Relaunch")).toBeTruthy();
  expect(isOff()).toBe(true);
  fireEvent.change(name, { target: { value: "Relaunch" } });
  expect(isOff()).toBe(false);
});
