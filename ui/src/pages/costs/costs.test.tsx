import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import type { Costs, MonthRow } from "../../ipc/client";
import { type Answers, wireError } from "../../test/fake";
import { costsOf, monthRow } from "../../test/fake-costs";
import { openWindow } from "../../test/open";

const SHOP = { kind: "distribution", id: "E1SHOP00000001" } as const;
const NOV = { month: "2026-11", items: 1200, invalidations: 9, cost: "1", isComplete: true };
const OCT = { month: "2026-10", items: 40, invalidations: 4, cost: "0", isComplete: false };

/** Opens the page over these figures of the month that it is; `earlier` are those of another month. */
function open(month: Partial<MonthRow>, part: Partial<Costs> = {}, more: Answers = {}) {
  openWindow("/costs", { costs: () => costsOf({ month: monthRow(month), ...part }), ...more });
}

const figure = (label: string) =>
  screen.findByText(label, { selector: "dt *" }).then((found) => found.closest("dt")!.nextElementSibling!);
const freeBar = async () => {
  await screen.findByText("Free items used");
  return screen.getByRole("progressbar", { name: /Free items used/ });
};
/** The rows of a table, each as the words of its cells. */
async function rowsOf(name: string) {
  const [, ...rows] = within(await screen.findByRole("table", { name })).getAllByRole("row");
  return rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));
}
const asTable = async (section: string) =>
  userEvent.click(
    within(await screen.findByRole("toolbar", { name: `${section}: chart or table` })).getByRole("button", {
      name: "Table",
    }),
  );

// Where a day in UTC begins on the evening before: whatever is shifted shows as another day.
beforeAll(() => {
  process.env.TZ = "America/Los_Angeles";
});

describe("the meter", () => {
  it("says how many items there are at least, what they cost and what is on its way", async () => {
    open({ items: 1234, invalidations: 7, waiting: 5, cost: "1.17", freeLeft: 0 });
    expect((await figure("Items, at least")).textContent).toMatch(/1,234.*7 invalidations.*deleted/);
    expect((await figure("Cost, at least")).textContent).toMatch(/\$1\.17.*\$0\.005 for each item beyond the 1,000/);
    expect((await figure("Still on their way")).textContent).toMatch(/5/);
  });

  it("is full, and no more than that, beyond what is free", async () => {
    open({ items: 5000, freeLeft: 0 });
    expect((await freeBar()).getAttribute("value") ?? (await freeBar()).getAttribute("aria-valuenow")).toBe("100");
    screen.getByText(/All free items of the month are used. Each further one costs \$0\.005/);
  });

  it("is full at the free limit exactly, and not one item before", async () => {
    open({ items: 999, freeLeft: 1 });
    expect((await freeBar()).getAttribute("value")).toBe("99");
    screen.getByText("999 of 1,000 used, at most 1 left");
    expect(screen.queryByText(/All free items/)).toBeNull();
  });

  it("has room where nothing is free", async () => {
    open({ items: 3, freeItemsAMonth: 0, freeLeft: 0 });
    expect((await freeBar()).getAttribute("value")).toBe("100");
  });

  it("names the month in UTC, and when that is here", async () => {
    open({});
    await screen.findByRole("heading", { name: "November 2026 (UTC)" });
    // The month turns at midnight in UTC, which is still the day before in Los Angeles.
    screen.getByText(/from Oct 31, 2026, 5:00 PM to Nov 30, 2026, 4:00 PM/);
  });

  it("says who used the month", async () => {
    open({
      items: 40,
      origins: [
        { origin: "housekeeper", items: 10, invalidations: 1 },
        { origin: "other", items: 30, invalidations: 2 },
      ],
    });
    expect((await figure("Housekeeper")).textContent).toMatch(/10 items \(25%\)/);
    expect((await figure("AWS CLI")).textContent).toMatch(/0 items \(0%\)/);
    expect((await figure("Other programs and the console")).textContent).toMatch(/30 items \(75%\)/);
  });
});

describe("a month that was not counted in full", () => {
  it("is called that, and why", async () => {
    open({ isComplete: false, countedAt: null });
    await screen.findByText("Not everything was counted");
    screen.getByText(/never counted to the end/);
    screen.getByText("Not yet");
  });

  it("names what could not be counted, with the permission that is missing and the way to it", async () => {
    const error = wireError({ code: "denied", action: "cloudfront:ListInvalidations", resource: "arn:x" });
    open({
      isComplete: false,
      gaps: [
        { kind: "invalidations", target: SHOP, name: "Shop", count: 0, error },
        { kind: "items", target: SHOP, name: "Shop", count: 3, error: wireError({ code: "throttled" }) },
        { kind: "distributions", target: null, name: null, count: 0, error },
      ],
    });
    await userEvent.click(await screen.findByRole("button", { name: /What could not be counted/ }));
    const rows = await rowsOf("What could not be counted");
    expect(rows.map(([what]) => what)).toEqual([
      "The invalidations of Shop",
      "3 invalidations of Shop",
      "The list of the account’s distributions",
    ]);
    expect(rows[0]?.[1]).toMatch(/permissions do not allow/);
    expect(rows[0]?.[2]).toMatch(/cloudfront:ListInvalidations.*arn:x/);
    expect(rows[1]?.[2]).toBe("–");
    const link = screen.getByRole("link", { name: "Permissions" });
    expect(link.getAttribute("href")).toBe("#/connections/practice/permissions");
  });
});

describe("budgets", () => {
  it("that are passed warn, and those that are used up say that nothing more is sent", async () => {
    const target = { kind: "target", target: SHOP, name: "Shop" } as const;
    open({
      budgets: [
        { scope: { kind: "account" }, limit: 100, items: 140, refuses: false, fixedBy: null },
        { scope: target, limit: 50, items: 50, refuses: true, fixedBy: "/etc/housekeeper/policy.toml" },
      ],
    });
    await screen.findByText("The account’s budget is passed");
    screen.getByText(/140 items this month, and a warning is set above 100/);
    screen.getByText("The budget of Shop is used up");
    screen.getByText(/no more than 50 are allowed. Nothing more is sent this month to Shop.*policy\.toml/);
  });
});

describe("the figures", () => {
  const DAYS = [
    { day: "2026-11-01", items: 3, invalidations: 1, cost: "0" },
    { day: "2026-11-02", items: 1197, invalidations: 2, cost: "1" },
  ];

  it("by day are of days in UTC, whatever the time zone here", async () => {
    open({ items: 1200, invalidations: 3 }, { days: DAYS });
    await screen.findByRole("application", { name: "By day" });
    await asTable("By day");
    expect(await rowsOf("By day")).toEqual([
      ["Mon, Nov 2, 2026", "1,197", "2", "$1.00"],
      ["Sun, Nov 1, 2026", "3", "1", "$0.00"],
    ]);
  });

  it("by distribution can be sorted, and lead to it", async () => {
    const last = "2026-11-22T10:15:30Z";
    const targets = [
      { target: SHOP, name: "Shop", items: 10, invalidations: 9, last },
      { target: { kind: "tenant", id: "dt_1" } as const, name: null, items: 30, invalidations: 2, last },
    ];
    open({ items: 40, invalidations: 11 }, { targets });
    await asTable("By distribution");
    expect((await rowsOf("By distribution")).map((row) => row.slice(0, 4))).toEqual([
      ["dt_1", "30", "75%", "2"],
      ["ShopE1SHOP00000001", "10", "25%", "9"],
    ]);
    expect(screen.getByRole("link", { name: "dt_1" }).getAttribute("href")).toBe("#/tenants/dt_1");
    const table = screen.getByRole("table", { name: "By distribution" });
    await userEvent.click(within(table).getByRole("button", { name: /Invalidations/ }));
    expect((await rowsOf("By distribution")).map(([name]) => name)).toEqual(["dt_1", "ShopE1SHOP00000001"]);
    await userEvent.click(within(table).getByRole("button", { name: /Invalidations/ }));
    expect((await rowsOf("By distribution")).map(([name]) => name)).toEqual(["ShopE1SHOP00000001", "dt_1"]);
  });

  it("by batch say who made it", async () => {
    const last = "2026-11-22T10:15:30Z";
    const batches = [
      { origin: "cli", name: "", items: 5, invalidations: 5, last } as const,
      { origin: "housekeeper", name: "spring-sale", items: 3, invalidations: 1, last } as const,
    ];
    open({ items: 8, invalidations: 6 }, { batches });
    expect((await rowsOf("By batch")).map((row) => row.slice(0, 4))).toEqual([
      ["Unnamed", "AWS CLI", "5", "5"],
      ["spring-sale", "Housekeeper", "3", "1"],
    ]);
  });

  it("that are none say so", async () => {
    open({});
    await screen.findByText("Nothing was invalidated in this month");
    expect(screen.queryByRole("heading", { name: "By day" })).toBeNull();
  });

  it("that cannot be read say why, and can be asked for again", async () => {
    let fails = true;
    open(
      {},
      {},
      {
        costs: () => {
          if (fails) throw wireError({ code: "records", detail: "the disk is full" });
          return costsOf({});
        },
      },
    );
    await screen.findByText("the disk is full");
    fails = false;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText("Nothing was invalidated in this month");
  });
});

describe("an earlier month", () => {
  function openMonths() {
    const asked: (string | null)[] = [];
    open(
      {},
      {},
      {
        costs: ({ month }: { month: string | null }) => {
          asked.push(month);
          const { items, cost } = month === "2026-10" ? OCT : NOV;
          return costsOf({ month: monthRow({ month: month ?? "2026-11", items, cost }), months: [NOV, OCT] });
        },
      },
    );
    return asked;
  }

  it("is shown when it is chosen, and the one that it is again without its name", async () => {
    const asked = openMonths();
    const select = await screen.findByRole("button", { name: /^Month .*2026/ });
    await userEvent.click(select);
    await userEvent.click(await screen.findByRole("option", { name: "October 2026" }));
    await screen.findByRole("heading", { name: "October 2026 (UTC)" });
    expect(asked.at(-1)).toBe("2026-10");
    await userEvent.click(screen.getByRole("button", { name: /^Month .*2026/ }));
    await userEvent.click(await screen.findByRole("option", { name: "November 2026" }));
    await screen.findByRole("heading", { name: "November 2026 (UTC)" });
    expect(asked).not.toContain("2026-11");
  });

  it("is shown from its row, with the focus on it", async () => {
    openMonths();
    await asTable("Month by month");
    expect(await rowsOf("Month by month")).toEqual([
      ["November 2026", "1,200", "9", "$1.00", "In full"],
      ["October 2026", "40", "4", "$0.00", "Not in full"],
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Show October 2026" }));
    const heading = await screen.findByRole("heading", { name: "October 2026 (UTC)" });
    expect(document.activeElement?.contains(heading)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe("what is cleared again and again", () => {
  it("stands in a table that leads to what could be done instead", async () => {
    const weekly_repeats = () => ({
      since: "2026-11-15T10:15:30Z",
      repeats: [{ target: SHOP, name: "Shop", path: "/site.css", times: 21 }],
      paths: 1,
      items: 21,
    });
    open({}, {}, { weekly_repeats });
    expect((await rowsOf("Cleared again and again this week"))[0]?.slice(0, 3)).toEqual(["/site.css", "Shop", "21"]);
    const link = screen.getByRole("link", { name: "Alternatives to clearing /site.css" });
    expect(link.getAttribute("href")).toBe("#/distributions/E1SHOP00000001/alternatives");
  });

  it("is not spoken of where there is none", async () => {
    open({});
    await screen.findByText("Nothing was invalidated in this month");
    expect(screen.queryByText(/again and again/)).toBeNull();
  });
});

describe("the file", () => {
  it("is of the month shown, and its place is told", async () => {
    const asked: unknown[] = [];
    open(
      {},
      {},
      {
        export_costs: (args: never) => {
          asked.push(args);
          return "/home/me/Downloads/costs.csv";
        },
      },
    );
    await screen.findByRole("heading", { name: "November 2026 (UTC)" });
    await userEvent.click(screen.getByRole("button", { name: "Export CSV" }));
    await screen.findByText("The month’s invalidations are saved in /home/me/Downloads/costs.csv.");
    expect(asked).toEqual([{ connection: "practice", month: "2026-11" }]);
  });
});

it("Costs stands in the navigation between Activity and Connections", async () => {
  open({});
  await waitFor(() => expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toContain("Costs"));
  const links = within(screen.getByRole("navigation", { name: "Pages" })).getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual([
    "Distributions",
    "Saved batches",
    "Activity",
    "Costs",
    "Connections",
    "Settings",
  ]);
});
