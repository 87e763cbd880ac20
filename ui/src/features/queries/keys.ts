import type { PermissionWish, Target } from "../../ipc/client";

/** The names under which answers are kept; whatever belongs to an account begins with its connection. */
export const keys = {
  connections: ["connections"] as const,
  awsProfiles: ["awsProfiles"] as const,
  activity: ["activity"] as const,
  submission: (id: number) => ["activity", "submission", id] as const,
  // Under activity, because every step of a submission may change them.
  queue: ["activity", "queue"] as const,
  asks: ["activity", "asks"] as const,
  runItems: (run: number) => ["activity", "runItems", run] as const,
  targetQueue: (connection: string, target: Target) =>
    ["activity", "targetQueue", connection, target.kind, target.id] as const,
  batches: ["batches"] as const,
  batch: (id: number) => ["batches", "batch", id] as const,
  batchLabels: ["batches", "labels"] as const,
  // Under batches, because what is saved is no longer suggested.
  suggestions: (connection: string) => ["batches", "suggestions", connection] as const,
  batchVersions: (id: number) => ["batches", "versions", id] as const,
  runReview: (id: number) => ["batches", "review", id] as const,
  drafts: ["drafts"] as const,
  // Not under drafts: keeping one does not change what its editor began with.
  draft: (key: string, visit: string) => ["draft", key, visit] as const,
  settings: ["settings"] as const,
  costs: ["costs"] as const,
  month: (connection: string) => ["costs", "month", connection] as const,
  costsOf: (connection: string, month: string | null) => ["costs", "of", connection, month] as const,
  budgets: (connection: string) => ["costs", "budgets", connection] as const,
  tariffs: ["costs", "tariffs"] as const,
  policy: ["policy"] as const,
  about: ["about"] as const,
  diagnostics: ["diagnostics"] as const,
  tried: (text: string) => ["tried", text] as const,
  locked: ["locked"] as const,
  portals: ["portals"] as const,
  ofConnection: (connection: string) => ["of", connection] as const,
  distributions: (connection: string) => ["of", connection, "distributions"] as const,
  distribution: (connection: string, id: string) => ["of", connection, "distribution", id] as const,
  permissions: (connection: string, wish: PermissionWish) => ["of", connection, "permissions", wish] as const,
  tenants: (connection: string, distribution: string) => ["of", connection, "tenants", distribution] as const,
  tenant: (connection: string, id: string) => ["of", connection, "tenant", id] as const,
  invalidations: (connection: string, target: Target) =>
    ["of", connection, "invalidations", target.kind, target.id] as const,
  invalidation: (connection: string, target: Target, id: string) =>
    ["of", connection, "invalidation", target.kind, target.id, id] as const,
  alternatives: (connection: string, target: Target) =>
    ["of", connection, "alternatives", target.kind, target.id] as const,
  weeklyRepeats: (connection: string) => ["of", connection, "weeklyRepeats"] as const,
  paths: (connection: string, target: Target, id: string) =>
    ["of", connection, "paths", target.kind, target.id, id] as const,
};
