import { targetKey } from "../../features/targets/paths";
import type { BatchTarget, NamedTarget } from "../../ipc/client";

/** Where the saved batches are. */
export const BATCHES = "/batches";

/** Where batches are imported. */
export const IMPORT_BATCHES = `${BATCHES}/import`;

/** Where a batch is edited. */
export function editPath(id: number): string {
  return `${BATCHES}/${id}/edit`;
}

/** Where a batch is run. */
export function runPath(id: number): string {
  return `${BATCHES}/${id}/run`;
}

/** What people call a target. */
export function nameOf({ target, targetName }: NamedTarget): string {
  return targetName ?? target.id;
}

/** A batch's target as a key among those of all connections. */
export function batchTargetKey({ connection, target }: BatchTarget): string {
  return `${connection}/${targetKey(target)}`;
}

/** A target without what people call it, as it is stored. */
export function withoutName({ connection, target }: NamedTarget): BatchTarget {
  return { connection, target };
}
