import { useParams } from "react-router";
import type { Target } from "../../ipc/client";

/** The part of the address of Distributions with which it asks for an id. */
export const ADD_ASKED = "add";

/** The address that opens Add by ID, from wherever one is. */
export const ADD_BY_ID = `/distributions?${ADD_ASKED}`;

/** Where a target's page is. */
export function targetPath({ kind, id }: Target): string {
  return `/${kind === "tenant" ? "tenants" : "distributions"}/${encodeURIComponent(id)}`;
}

/** Where one of its invalidations is. */
export function invalidationPath(target: Target, invalidation: string): string {
  return `${targetPath(target)}/invalidations/${encodeURIComponent(invalidation)}`;
}

/** What the editor starts with: an invalidation's or a submission's items, or what was not sent of a run. */
export type CopyFrom = { invalidation: string } | { submission: number } | { run: number };

/** Where an invalidation of the target is created. */
export function createPath(target: Target, from?: CopyFrom): string {
  const query = new URLSearchParams();
  if (from && "invalidation" in from) query.set("invalidation", from.invalidation);
  if (from && "submission" in from) query.set("submission", String(from.submission));
  if (from && "run" in from) query.set("run", String(from.run));
  const search = query.toString();
  return `${targetPath(target)}/create${search && `?${search}`}`;
}

/** Where it is said what could stand in place of invalidating the target's paths. */
export function alternativesPath(target: Target): string {
  return `${targetPath(target)}/alternatives`;
}

/** Where a submission is. */
export function submissionPath(id: number): string {
  return `/activity/${id}`;
}

/** The target that the address names. */
export function useTarget(): Target {
  const { distribution, tenant } = useParams();
  if (tenant) return { kind: "tenant", id: tenant };
  return { kind: "distribution", id: distribution ?? "" };
}

/** A target as the key of a table. */
export function targetKey({ kind, id }: Target): string {
  return `${kind}/${id}`;
}
