import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Variable } from "../../ipc/client";
import { batchDetails, batchRow, report, runReview, submissionRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import type { RunAsk } from "./useRunReview";

type Run = RunAsk & { id: number; reason: string };

const TARGET = { connection: "practice", target: { kind: "distribution", id: "E1SHOP00000001" } };
const YEAR: Variable = { name: "year", hint: "Of the edition", kind: { kind: "text" }, default: ["2026"] };
const SECTION: Variable = {
  name: "section",
  hint: "",
  kind: { kind: "oneOf", choices: ["news", "sports"] },
  default: [],
};
const create = () => screen.findByRole("button", { name: "Create invalidation" });
const isReady = async () => {
  const button = await create();
  await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
  return button;
};

/** Takes note of what is run. */
function running() {
  const runs: Run[] = [];
  const run_batch = (args: Run) => {
    runs.push(args);
    return submissionRow({});
  };
  return { runs, run_batch };
}

it("is three clicks from the opened window where a batch has no variables", async () => {
  const { runs, run_batch } = running();
  openWindow("/distributions", { run_batch });
  await userEvent.click(await screen.findByRole("link", { name: "Saved batches" }));
  await userEvent.click(await screen.findByRole("button", { name: "Run" }));
  await userEvent.click(await isReady());
  expect(await screen.findByRole("heading", { name: "spring-sale" })).toBeTruthy();
  expect(runs).toEqual([{ id: 3, values: {}, targets: [TARGET], reason: "" }]);
});

it("says what it makes, what it costs and how long one can undo it", async () => {
  openWindow("/batches/3/run");
  await isReady();
  expect(screen.getByText("2 lines")).toBeTruthy();
  expect(screen.getByRole("region", { name: "What it makes" }).textContent).toBe("/index.html\n/news/*");
  expect(screen.getByText("This run").closest("dt")?.nextElementSibling?.textContent).toContain("$0.00 to $0.01");
  const described = (await create()).getAttribute("aria-describedby");
  expect(document.getElementById(described ?? "")?.textContent).toContain("You have 5 seconds to undo it");
});

it("asks for its values, beginning with those of the last run, else with the default", async () => {
  const { runs, run_batch } = running();
  const asked: RunAsk[] = [];
  openWindow("/batches/3/run", {
    run_batch,
    batch: () => batchDetails({ variables: [YEAR, SECTION], lastValues: { year: ["2025"] } }),
    review_run: (args: RunAsk) => {
      asked.push(args);
      return runReview({ lines: [`/${args.values.section}/${args.values.year}`] });
    },
  });
  const year = await screen.findByRole<HTMLInputElement>("textbox", { name: "year" });
  expect(year.value).toBe("2025");
  expect(screen.getByText("Of the edition")).toBeTruthy();
  expect((await create()).getAttribute("aria-disabled")).toBe("true");
  expect(await screen.findByText("Fill in section first.")).toBeTruthy();
  expect(asked).toEqual([]);

  await userEvent.click(screen.getByRole("button", { name: /^section/ }));
  await userEvent.click(await screen.findByRole("option", { name: "sports" }));
  expect(await screen.findByText("/sports/2025")).toBeTruthy();
  await userEvent.click(await isReady());
  const values = { year: ["2025"], section: ["sports"] };
  await waitFor(() => expect(runs).toEqual([{ id: 3, values, targets: [TARGET], reason: "" }]));
});

it("cannot be sent with errors, which are shown by target and line", async () => {
  const [target] = batchRow({}).targets;
  const finding = {
    line: 2,
    rule: "wildcardInside" as const,
    severity: "error" as const,
    subject: "*.jpg",
    becomes: null,
    otherLine: null,
    fix: { replacement: ["/x*"] },
    source: "",
  };
  openWindow("/batches/3/run", {
    review_run: () =>
      runReview({
        errors: 1,
        targets: [{ target: target!, report: report({ errors: 1, findings: [finding] }), error: null }],
      }),
  });
  expect(await screen.findByText("Line 2")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Checks of Shop" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /line 2/ })).toBeNull();
  await waitFor(() => expect(screen.getByText("There is 1 error: correct the batch first.")).toBeTruthy());
  expect((await create()).getAttribute("aria-disabled")).toBe("true");
});

it("wants a target", async () => {
  openWindow("/batches/3/run", {
    batch: () => batchDetails({ row: batchRow({ targets: [] }) }),
    review_run: () => runReview({}, []),
  });
  await create();
  expect(await screen.findByText("Choose at least one target first.")).toBeTruthy();
});

it("that was not stored says why, and can be tried again", async () => {
  openWindow("/batches/3/run", {
    run_batch: () => {
      throw wireError({ code: "records", detail: "disk full" });
    },
  });
  await userEvent.click(await isReady());
  expect((await screen.findByRole("alert")).textContent).toContain("disk full");
  expect(await isReady()).toBeTruthy();
});

it("sends the reason along", async () => {
  const { runs, run_batch } = running();
  openWindow("/batches/3/run", { run_batch });
  await userEvent.type(await screen.findByRole("textbox", { name: "Reason or ticket" }), " T-42 ");
  await userEvent.click(await isReady());
  await waitFor(() => expect(runs.map(({ reason }) => reason)).toEqual(["T-42"]));
});

describe("as a command of the AWS CLI", () => {
  const copy = () => screen.findByRole("button", { name: "Copy as AWS CLI" });

  it("has the lines that it makes", async () => {
    const asked: unknown[] = [];
    openWindow("/batches/3/run", {
      copy_as_cli: (args: unknown) => {
        asked.push(args);
        return { fileName: "f.json", file: "{}", sh: "aws in sh", powershell: "", cmd: "" };
      },
    });
    await isReady();
    await userEvent.click(await copy());
    expect(await screen.findByText("aws in sh")).toBeTruthy();
    expect(asked).toEqual([{ ...TARGET, text: "/index.html\n/news/*", name: "Front page" }]);
  });

  it("is for one target, and wants all of the lines", async () => {
    const two = [...batchRow({}).targets, { ...batchRow({}).targets[0]!, connection: "c2" }];
    const view = openWindow("/batches/3/run", {
      batch: () => batchDetails({ row: batchRow({ targets: two }) }),
      review_run: () => runReview({}, two),
    });
    await isReady();
    expect((await copy()).getAttribute("aria-disabled")).toBe("true");
    view.unmount();
    openWindow("/batches/3/run", { review_run: () => runReview({ lineCount: 5_000 }) });
    await isReady();
    expect((await copy()).getAttribute("aria-disabled")).toBe("true");
  });
});
