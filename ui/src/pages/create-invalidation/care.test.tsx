import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import {
  type Answers,
  batchDetails,
  batchRow,
  distribution,
  opened,
  report,
  runReview,
  submissionRow,
} from "../../test/fake";
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

describe("a wide wildcard", () => {
  const row = distribution({ nickname: "Shop", aliases: ["www.example.com", "example.com"] });
  const wide = { item: "/en*", clears: 340, known: 412 };

  async function typeInto(part: Parameters<typeof report>[0], answers: Answers = {}) {
    openWindow(`/distributions/${ID}/create`, {
      distribution_details: () => opened(row),
      check_items: () => report(part),
      ...answers,
    });
    fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/en*" } });
    return field();
  }

  it("says what it does, what the cache loses and that it cannot be stopped", async () => {
    await typeInto({ wide: [wide] });
    expect(await screen.findByText("/en* clears much of Shop")).toBeTruthy();
    expect(screen.getByText("/en* clears 340 of the 412 paths this app knows of this distribution.")).toBeTruthy();
    expect(screen.getByText(/load of all visitors at once/)).toBeTruthy();
    expect(screen.getByText("It cannot be stopped once it is sent.")).toBeTruthy();
  });

  it("says so where it takes all that is known, and where nothing is known", async () => {
    await typeInto({
      wide: [
        { item: "/*", clears: 412, known: 412 },
        { item: "/en*", clears: 0, known: 0 },
      ],
    });
    expect(screen.getByText("/* clears all 412 paths this app knows of this distribution.")).toBeTruthy();
    expect(screen.getByText(/^No earlier paths of this distribution are known.* \/en\* clears\.$/)).toBeTruthy();
    expect(await screen.findByText("This clears all of Shop")).toBeTruthy();
  });

  it("goes on with the nickname, the first alternate domain name or the id, whatever their case, and no other", async () => {
    const name = await typeInto({ wide: [wide] });
    expect(await screen.findByText(/^www\.example\.com or E1SHOP00000001 will do as well/)).toBeTruthy();
    for (const word of ["sHOP", "WWW.example.com", ID.toLowerCase()]) {
      fireEvent.change(name, { target: { value: word } });
      expect(isOff(), word).toBe(false);
    }
    for (const word of ["", "example.com", "Sho", "/en*"]) {
      fireEvent.change(name, { target: { value: word } });
      expect(isOff(), word).toBe(true);
    }
  });

  it("is none that clears little", async () => {
    openWindow(`/distributions/${ID}/create`, { check_items: () => report({ wildcards: 1 }) });
    fireEvent.input(await screen.findByRole("textbox", { name: "Add object paths" }), { target: { value: "/a*" } });
    await waitFor(() => expect(isOff()).toBe(false));
    expect(screen.queryByRole("textbox", { name: /to go on$/ })).toBeNull();
  });
});

it("a run that clears much of one site takes any of its names, through the connection of that target", async () => {
  const asked: unknown[] = [];
  const [first] = batchRow({}).targets;
  if (!first) throw new Error("the batch has no target");
  const target = { ...first, connection: "c2" };
  openWindow("/batches/3/run", {
    batch: () => batchDetails({ row: batchRow({ targets: [target] }) }),
    distribution_details: (args: unknown) => {
      asked.push(args);
      return opened(distribution({ nickname: "Shop" }));
    },
    review_run: () => runReview({ targets: [{ target, report: EVERYTHING, error: null }] }),
  });
  const name = await field();
  expect(await screen.findByText(/^www\.example\.com or E1SHOP00000001 will do as well/)).toBeTruthy();
  expect(asked).toEqual([{ connection: "c2", id: ID }]);
  fireEvent.change(name, { target: { value: "www.example.com" } });
  await waitFor(() => expect(isOff()).toBe(false));
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
  // What each of them loses is said by its name.
  expect(screen.getByText("Shop:")).toBeTruthy();
  expect(screen.getByText("other:")).toBeTruthy();
  expect(isOff()).toBe(true);
  fireEvent.change(name, { target: { value: "Relaunch" } });
  expect(isOff()).toBe(false);
});
