/** What the made-up Rust side answers to whatever has to do with costs. */
import type { Costs, MonthRow, PolicyView, RunCost, TariffRow, WeeklyRepeats } from "../ipc/client";

/** What one item costs in a month that was never counted. */
export function runCost(part: Partial<RunCost>): RunCost {
  return {
    connection: "practice",
    currency: "USD",
    perItem: "0.005",
    freeItemsAMonth: 1000,
    items: 1,
    least: "0",
    most: "0.005",
    used: 0,
    freeLeft: 1000,
    afterItems: 1,
    afterLeast: "0",
    afterMost: "0.005",
    isComplete: false,
    countedAt: null,
    budgets: [],
    ...part,
  };
}

export function monthRow(part: Partial<MonthRow>): MonthRow {
  return {
    month: "2026-11",
    begins: "2026-11-01T00:00:00Z",
    ends: "2026-12-01T00:00:00Z",
    items: 0,
    invalidations: 0,
    waiting: 0,
    freeLeft: 1000,
    currency: "USD",
    perItem: "0.005",
    freeItemsAMonth: 1000,
    cost: "0",
    isComplete: true,
    countedAt: "2026-11-22T10:15:00Z",
    gaps: [],
    origins: [],
    counting: null,
    stopped: null,
    budgets: [],
    ...part,
  };
}

export function costsOf(part: Partial<Costs>): Costs {
  return { month: monthRow({}), days: [], targets: [], batches: [], months: [], ...part };
}

export const NO_POLICY: PolicyView = {
  path: "/etc/housekeeper/policy.toml",
  state: { kind: "none" },
  undoSeconds: null,
  everything: true,
  distributions: null,
  prefixes: null,
  connections: 0,
  nicknames: 0,
  batches: 0,
};

export const TARIFFS: TariffRow[] = [
  {
    partition: "aws",
    currency: "USD",
    perItem: "0.005",
    freeItemsAMonth: 1000,
    source: "Amazon CloudFront Developer Guide, “Pay for file invalidation”",
    asOf: "2026-11-22",
    isOwn: false,
  },
  {
    partition: "aws-cn",
    currency: "CNY",
    perItem: "0.03355",
    freeItemsAMonth: 1000,
    source: "Amazon CloudFront pricing for China",
    asOf: "2026-11-22",
    isOwn: false,
  },
];

const NO_REPEATS: WeeklyRepeats = { since: "2026-11-15T10:15:30Z", repeats: [], paths: 0, items: 0 };

/** The answers of a quiet account. */
export const COST_ANSWERS = {
  alternatives: () => ({ examples: [], areOwn: false, behaviors: [], error: null }),
  budgets: () => [],
  costs: () => costsOf({}),
  count_month: () => monthRow({}),
  month: () => monthRow({}),
  policy: () => NO_POLICY,
  save_budget: () => null,
  save_tariff: () => null,
  stop_counting: () => null,
  tariffs: () => TARIFFS,
  weekly_repeats: () => NO_REPEATS,
};
