import type { Target } from "../../ipc/client";
import { targetKey } from "../targets/paths";

/** Under which key the draft of an invalidation is kept. */
export function createDraftKey(connection: string, target: Target): string {
  return `create/${connection}/${targetKey(target)}`;
}

/** Under which key the draft of a batch is kept; without an id that of a new one. */
export function batchDraftKey(id: number | null): string {
  return `batch/${id ?? "new"}`;
}
