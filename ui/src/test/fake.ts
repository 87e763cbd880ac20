/**
 * A made-up Rust side for tests and for looking at the pages in a browser. It answers at the level of the wire, so
 * everything of the window is the real thing. It is no simulation: the practice account is.
 */
import { mockIPC } from "@tauri-apps/api/mocks";
import type {
  BatchDetails,
  BatchRow,
  BatchVersion,
  CheckReport,
  ConnectionRow,
  DistributionList,
  DistributionRow,
  ImportPreview,
  ImportRow,
  InvalidationDetails,
  InvalidationRow,
  OpenedDistribution,
  Queue,
  QueuedRun,
  RunReview,
  SubmissionRow,
  Waits,
  WireError,
} from "../ipc/client";
import { COST_ANSWERS, runCost } from "./fake-costs";
import { SUPPORT_ANSWERS } from "./fake-support";

/** A connection without any mark, whose credentials have no end. */
const UNMARKED = {
  colour: "none",
  production: false,
  china: false,
  fips: false,
  dualStack: false,
  inMemory: false,
  session: { kind: "endless" },
  fixedBy: null,
} satisfies Partial<ConnectionRow>;

/** What a command answers; it may throw a {@link WireError}. */
export type Answers = Record<string, (args: never) => unknown>;

export const PRACTICE: ConnectionRow = {
  ...UNMARKED,
  id: "practice",
  name: "Practice account",
  way: { kind: "practice" },
  customEndpoint: null,
  endpoint: null,
  partition: "aws",
  account: "000000000000",
  arn: "arn:aws:iam::000000000000:user/practice",
  inUse: true,
};

export const KEY: ConnectionRow = {
  ...UNMARKED,
  id: "c2",
  name: "Marketing (staging)",
  way: { kind: "accessKey", accessKeyId: "AKIAIOSFODNN7EXAMPLE" },
  customEndpoint: "http://127.0.0.1:5000",
  endpoint: "http://127.0.0.1:5000",
  partition: "aws",
  account: "123456789012",
  arn: "arn:aws:iam::123456789012:user/marketing",
  inUse: false,
};

export function distribution(part: Partial<DistributionRow>): DistributionRow {
  return {
    id: "E1SHOP00000001",
    nickname: null,
    favourite: false,
    addedById: false,
    listed: true,
    domainName: "d111111abcdef8.cloudfront.net",
    aliases: ["www.example.com"],
    description: "The shop",
    status: "Deployed",
    enabled: true,
    staging: false,
    tenantOnly: false,
    ...part,
  };
}

export function wireError(part: Partial<WireError>): WireError {
  return {
    code: "unexpected",
    message: "",
    detail: "",
    action: null,
    resource: null,
    policy: null,
    submission: null,
    ...part,
  };
}

export function report(part: Partial<CheckReport>): CheckReport {
  return {
    items: 1,
    files: 1,
    wildcards: 0,
    tags: 0,
    errors: 0,
    warnings: 0,
    adjusted: 0,
    counts: [],
    findings: [],
    cost: runCost({}),
    cheaper: [],
    wide: [],
    double: null,
    refused: null,
    ...part,
  };
}

export function submissionRow(part: Partial<SubmissionRow>): SubmissionRow {
  return {
    id: 7,
    connection: "practice",
    connectionName: "Practice account",
    target: { kind: "distribution", id: "E1SHOP00000001" },
    targetName: "Shop",
    name: "spring-sale",
    reason: "",
    callerReference: "spring-sale-20261122T101530Z-1a2b3c4d5e6f",
    asked: "2026-11-22T10:15:30Z",
    items: 3,
    wildcards: 1,
    tags: 0,
    first: ["/index.html", "/images/*", "/news"],
    state: {
      kind: "inProgress",
      invalidation: "I1",
      created: "2026-11-22T10:15:31Z",
      expected: "2026-11-22T10:15:50Z",
    },
    replaces: null,
    isReplaced: false,
    run: 5,
    part: 1,
    parts: 1,
    canUndo: false,
    canSendNow: false,
    ...part,
  };
}

/** A submission in its time to be undone, which has so many seconds left. */
export function waitingRow(seconds: number, part: Partial<SubmissionRow> = {}): SubmissionRow {
  const until = new Date(Date.now() + seconds * 1_000).toISOString();
  return submissionRow({ state: { kind: "waiting", until, counting: true }, canUndo: true, canSendNow: true, ...part });
}

/** A submission in the queue. */
export function queuedRow(waits: Waits, part: Partial<SubmissionRow> = {}): SubmissionRow {
  const canSendNow = waits.for.kind === "decision";
  return submissionRow({ state: { kind: "queued", reason: null, waits }, canUndo: true, canSendNow, ...part });
}

/** A run in the queue. */
export function queuedRun(part: Partial<QueuedRun>): QueuedRun {
  return {
    run: 5,
    submission: 7,
    name: "spring-sale",
    target: { kind: "distribution", id: "E1SHOP00000001" },
    targetName: "Shop",
    connection: "practice",
    connectionName: "Practice account",
    asked: "2026-11-22T10:15:30Z",
    items: 3,
    parts: 1,
    waiting: 1,
    first: ["/index.html", "/images/*", "/news"],
    until: null,
    counting: false,
    waits: { for: { kind: "turn" }, about: null },
    ...part,
  };
}

/** A queue of these runs. */
export function queueOf(runs: QueuedRun[], part: Partial<Queue> = {}): Queue {
  return { paused: false, total: runs.length, runs, ...part };
}

export function invalidationDetails(part: Partial<InvalidationDetails>): InvalidationDetails {
  return {
    id: "I1",
    created: "2026-11-22T10:15:31Z",
    status: "InProgress",
    callerReference: "spring-sale-20261122T101530Z-1a2b3c4d5e6f",
    items: ["/index.html", "/images/*", "/news"],
    submission: 7,
    ...part,
  };
}

export function listed(rows: DistributionRow[], part: Partial<DistributionList> = {}): DistributionList {
  return { total: rows.length, matching: rows.length, rows, listingError: null, ...part };
}

export function opened(row: DistributionRow): OpenedDistribution {
  return {
    row,
    configuration: {
      defaultRootObject: "index.html",
      cacheTagHeader: "Cache-Tag",
      behaviors: [
        { pathPattern: "/api/*", queryStrings: "all" },
        { pathPattern: "*", queryStrings: "none" },
      ],
      inProgress: 1,
      priceClass: "PriceClass_100",
      origins: ["origin.example.com"],
    },
    configurationError: null,
  };
}

/** `count` past invalidations after a marker, newest first. */
export function invalidationPage(count: number, after: string | null, limit: number) {
  const start = after === null ? 0 : Number(after.slice(1)) + 1;
  const rows: InvalidationRow[] = [];
  for (let n = start; n < Math.min(count, start + limit); n += 1) {
    rows.push({
      id: `I${n}`,
      created: new Date(Date.UTC(2026, 10, 22, 10, 15) - n * 3_600_000).toISOString(),
      status: n === 0 ? "InProgress" : "Completed",
      paths: null,
    });
  }
  return { rows, next: start + limit < count ? `I${start + limit - 1}` : null };
}

export function batchRow(part: Partial<BatchRow>): BatchRow {
  return {
    id: 3,
    name: "Front page",
    description: "After each edition",
    favourite: false,
    items: 2,
    first: ["/index.html", "/news/*"],
    variables: [],
    targets: [
      {
        connection: "practice",
        connectionName: "Practice account",
        target: { kind: "distribution", id: "E1SHOP00000001" },
        targetName: "Shop",
      },
    ],
    labels: [],
    colour: "none",
    created: "2026-11-01T10:15:30Z",
    edited: "2026-11-20T10:15:30Z",
    lastRun: "2026-11-22T10:15:30Z",
    lastRunBy: ["Practice account"],
    ...part,
  };
}

export function batchDetails(part: Partial<BatchDetails>): BatchDetails {
  return { row: batchRow({}), text: "/index.html\n/news/*", variables: [], lastValues: {}, ...part };
}

export function batchVersion(part: Partial<BatchVersion>): BatchVersion {
  const at = "2026-11-01T10:00:00Z";
  const { name, description, items, labels, colour } = batchRow({});
  return { number: 1, at, name, description, items, text: "/index.html\n/news/*", labels, colour, ...part };
}

/** What a run of a batch on these targets makes. */
export function runReview(part: Partial<RunReview>, targets = batchRow({}).targets): RunReview {
  return {
    missing: [],
    problem: null,
    lines: ["/index.html", "/news/*"],
    lineCount: 2,
    targets: targets.map((target) => ({ target, report: report({ items: 2 }), error: null })),
    items: 2 * targets.length,
    errors: 0,
    tooMany: false,
    costs: [runCost({ items: 2, most: "0.01", afterItems: 2, afterMost: "0.01" })],
    ...part,
  };
}

/** A batch in a file. */
export function importRow(part: Partial<ImportRow>): ImportRow {
  return {
    index: 0,
    name: "Front page",
    description: "",
    items: 2,
    first: ["/index.html", "/news/*"],
    variables: [],
    targets: [],
    fate: "new",
    problem: null,
    lostTargets: 0,
    ...part,
  };
}

/** What is in a file of these batches. */
export function importPreview(part: Partial<ImportPreview>, rows: ImportRow[] = [importRow({})]): ImportPreview {
  return {
    kind: "batches",
    rows,
    problems: [],
    problemCount: 0,
    columns: [],
    column: null,
    hasHeader: false,
    callerReference: null,
    entries: rows.length,
    sitemaps: [],
    sitemapCount: 0,
    urls: false,
    unrouted: [],
    ...part,
  };
}

/** The variables of a text, as far as a test needs them. */
function factsOf(text: string) {
  const names = [...text.replaceAll("{{", "").matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return { names: [...new Set(names)], problem: null };
}

const BASIC: Answers = {
  about: () => ({
    version: "0.1.0",
    dataFolder: "/data",
    practiceSpeed: 1,
    startupProblem: null,
    startupNotice: null,
    firstStart: false,
    crashReport: null,
  }),
  connections: () => [PRACTICE, KEY],
  distributions: () => listed([distribution({})]),
  distribution_details: ({ id }: { id: string }) => opened(distribution({ id })),
  invalidations: ({ after, limit }: { after: string | null; limit: number }) => invalidationPage(3, after, limit),
  object_paths: ({ ids }: { ids: string[] }) =>
    ids.map((id) => ({ id, paths: { count: 5, first: ["/index.html", "/images/*", "/news"] }, error: null })),
  invalidation: ({ id }: { id: string }) => invalidationDetails({ id }),
  check_items: () => report({}),
  activity: () => ({ total: 1, rows: [submissionRow({})] }),
  submission: () => ({ row: submissionRow({}), items: ["/index.html", "/images/*", "/news"], history: [] }),
  submit: () => submissionRow({}),
  queue: () => queueOf([]),
  target_queue: () => [],
  asks: () => [],
  settings: () => ({ undoSeconds: 5, notifyCompleted: true, idleLockMinutes: 0 }),
  locked: () => false,
  still_here: () => null,
  notify: () => null,
  ...SUPPORT_ANSWERS,
  batches: () => ({ total: 1, matching: 1, rows: [batchRow({})] }),
  batch: () => batchDetails({}),
  batch_labels: () => [],
  batch_versions: () => [],
  suggestions: () => [],
  ...COST_ANSWERS,
  template_facts: ({ text }: { text: string }) => factsOf(text),
  review_run: () => runReview({}),
  run_batch: () => submissionRow({}),
  draft: () => null,
  drafts: () => [],
  keep_draft: () => null,
  drop_draft: () => null,
  set_favourite_batch: () => null,
  export_batches: () => ({ fileName: "batches.json", content: "{}", whole: true }),
  save_export: () => "/home/me/Downloads/batches.json",
  export_history: () => "/home/me/Downloads/history.csv",
  aws_profiles: () => ["default", "marketing"],
  access_keys_on_file: () => [],
  portals: () => [],
};

/** Answers every command with these in place of the ordinary ones; one without an answer fails. */
export function fakeRustSide(answers: Answers = {}): void {
  const all: Answers = { ...BASIC, ...answers };
  mockIPC(
    (command, args) => {
      const answer = all[command];
      if (!answer) throw wireError({ code: "unexpected", detail: `no answer to ${command}` });
      return answer(args as never);
    },
    { shouldMockEvents: true },
  );
}
