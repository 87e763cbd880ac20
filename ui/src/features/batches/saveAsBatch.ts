import { useNavigate } from "react-router";
import type { NamedTarget, Target } from "../../ipc/client";

/** What a new batch begins with, as the page that it is made from tells the page that makes it. */
export type BatchBeginning = { text: string; name: string; targets: NamedTarget[] };

/** Where a new batch is made. */
export const NEW_BATCH = "/batches/new";

/** Lines that go as they stand, as lines in which braces mean variables. */
export function asTemplate(text: string): string {
  return text.replace(/[{}]/g, "$&$&");
}

/** The function that leads on to a new batch that begins with this. */
export function useNewBatch() {
  const navigate = useNavigate();
  return (batch: BatchBeginning) => void navigate(NEW_BATCH, { state: { batch } });
}

/** The function that leads on to a new batch of these lines. */
export function useSaveAsBatch() {
  const begin = useNewBatch();
  return (from: { text: string; name: string; connection: string; target: Target; targetName: string }) => {
    const { text, name, connection, target, targetName } = from;
    const named = {
      connection,
      connectionName: null,
      target,
      targetName: targetName === target.id ? null : targetName,
    };
    begin({ text: asTemplate(text), name: name.trim(), targets: [named] });
  };
}

/** What a new batch was told to begin with, if anything. */
export function beginningIn(state: unknown): BatchBeginning | null {
  return typeof state === "object" && state !== null && "batch" in state ? (state.batch as BatchBeginning) : null;
}
