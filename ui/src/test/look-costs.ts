/** A month of costs for looking at the page in a browser. `look.tsx` answers with it. */
import { emit } from "@tauri-apps/api/event";
import type { Costs, Counting, CountStopped, DayCost, MonthRow, TargetCost } from "../ipc/client";
import { type Answers, wireError } from "./fake";
import { costsOf, monthRow } from "./fake-costs";

const options = new URLSearchParams(window.location.search);

const PER_DAY = [40, 3, 0, 12, 90, 61, 8, 0, 0, 130, 44, 20, 5, 310, 77, 12, 4, 0, 60, 150, 200, 34];

const days: DayCost[] = PER_DAY.map((items, place) => ({
  day: `2026-11-${String(place + 1).padStart(2, "0")}`,
  items,
  invalidations: Math.ceil(items / 12),
  cost: place > 18 ? "0.75" : "0",
}));

const targets: TargetCost[] = Array.from({ length: 14 }, (_, place) => ({
  target: place === 3 ? { kind: "tenant", id: "dt_1" } : { kind: "distribution", id: `E${place}SHOP0000000${place}` },
  name: ["Shop", "a-rather-long-name.of-a-campaign.example.com", null, "Bakery"][place] ?? null,
  items: Math.floor(620 / (place + 1)),
  invalidations: 40 - place,
  last: "2026-11-22T10:15:30Z",
}));

const denied = wireError({
  code: "denied",
  detail: "User: arn:aws:iam::123456789012:user/marketing is not authorized to perform: cloudfront:ListInvalidations",
  action: "cloudfront:ListInvalidations",
  resource: "arn:aws:cloudfront::123456789012:distribution/E2G6YB1MFK7S9X",
});

let counting: Counting | null = null;
let stopped: CountStopped | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

const tell = () => void emit("changed", { kind: "month" });

function now(): MonthRow {
  return monthRow({
    items: 1260,
    invalidations: 117,
    waiting: 24,
    freeLeft: 0,
    cost: "1.3",
    isComplete: false,
    gaps: [
      {
        kind: "invalidations",
        target: { kind: "distribution", id: "E2G6YB1MFK7S9X" },
        name: "News",
        count: 0,
        error: denied,
      },
      {
        kind: "tenants",
        target: null,
        name: null,
        count: 0,
        error: { ...denied, action: "cloudfront:ListDistributionTenants", resource: "*" },
      },
      {
        kind: "items",
        target: { kind: "distribution", id: "E1SHOP00000001" },
        name: "Shop",
        count: 12,
        error: wireError({ code: "throttled", detail: "Rate exceeded" }),
      },
    ],
    origins: [
      { origin: "housekeeper", items: 400, invalidations: 30 },
      { origin: "cli", items: 700, invalidations: 60 },
      { origin: "other", items: 160, invalidations: 27 },
    ],
    counting,
    stopped,
    budgets: [
      { scope: { kind: "account" }, limit: 1000, items: 1260, refuses: false, fixedBy: null },
      {
        scope: { kind: "target", target: targets[0]!.target, name: "Shop" },
        limit: 600,
        items: 620,
        refuses: true,
        fixedBy: "/etc/housekeeper/policy.toml",
      },
    ],
  });
}

function costs(month: string | null): Costs {
  const row = now();
  const months = [
    { month: "2026-11", items: 1260, invalidations: 117, cost: "1.3", isComplete: false },
    { month: "2026-10", items: 840, invalidations: 90, cost: "0", isComplete: true },
    { month: "2026-09", items: 2100, invalidations: 180, cost: "5.5", isComplete: true },
  ];
  const earlier = months.find((one) => one.month === month && one.month !== row.month);
  if (options.has("empty")) return costsOf({});
  return costsOf({
    month: earlier ? { ...row, ...earlier, gaps: [], budgets: [], waiting: 0 } : row,
    days,
    targets,
    batches: [
      { origin: "housekeeper", name: "spring-sale", items: 240, invalidations: 12, last: "2026-11-22T10:15:30Z" },
      { origin: "cli", name: "", items: 700, invalidations: 60, last: "2026-11-21T10:15:30Z" },
      { origin: "other", name: "deploy", items: 160, invalidations: 27, last: "2026-11-20T10:15:30Z" },
    ],
    months,
  });
}

function stop(why: CountStopped | null) {
  clearInterval(timer);
  counting = null;
  stopped = why;
  tell();
}

/** Answers about costs. `?empty` is a month in which nothing was sent; Count again counts for ten seconds. */
export const costAnswers: Answers = {
  costs: ({ month }: { month: string | null }) => costs(month),
  month: now,
  count_month: ({ anew }: { anew: boolean }) => {
    if (anew && !counting) {
      stopped = null;
      let step = 0;
      timer = setInterval(() => {
        step += 1;
        if (step > 10) stop({ kind: "failed", error: denied });
        else
          counting = {
            targets: 40,
            targetsDone: 4 * step,
            read: 100 * step,
            toRead: 1000 - 90 * step,
            isSlow: step > 5,
          };
        tell();
      }, 1_000);
      counting = { targets: null, targetsDone: 0, read: 0, toRead: 0, isSlow: false };
    }
    return now();
  },
  stop_counting: () => {
    stop({ kind: "byPerson" });
    return null;
  },
  export_costs: () => "/home/me/Downloads/costs-2026-11.csv",
  check_bill: () => ({
    usage: "1234.0000000000",
    amount: "1.1700000000",
    currency: "USD",
    isEstimated: true,
    asked: new Date().toISOString(),
  }),
  weekly_repeats: () => ({
    since: "2026-11-15T10:15:30Z",
    repeats: [
      { target: targets[0]!.target, name: "Shop", path: "/css/site.css", times: 21 },
      { target: targets[3]!.target, name: "Bakery", path: "/images/of/a/rather/long/folder/name/header.jpg", times: 5 },
    ],
    paths: 2,
    items: 26,
  }),
};
