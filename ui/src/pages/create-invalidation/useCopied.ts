import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { recallSent } from "../../features/path-editor/drafts";
import { keys } from "../../features/queries/keys";
import { useTarget } from "../../features/targets/paths";
import { housekeeper } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import type { Copied } from "./useDraft";

/** How far what the editor begins with was read. */
export type CopyState =
  | { state: "ready"; copied: Copied | null }
  | { state: "loading" }
  | { state: "failed"; error: unknown; retry: () => void };

/** What the address says to begin with: an invalidation's items, a submission's, what was not sent of a run, or nothing. */
export function useCopied(): CopyState {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const [query] = useSearchParams();
  const invalidation = query.get("invalidation");
  const submission = query.get("submission");
  const run = query.get("run");
  // As it was typed, lines that were set right and all; from the records only where the window was opened since.
  const typed = useMemo(() => (run === null ? null : recallSent(Number(run))), [run]);

  const fromInvalidation = useQuery({
    queryKey: keys.invalidation(connection, target, invalidation ?? ""),
    queryFn: () => housekeeper.invalidation(connection, target, invalidation ?? ""),
    enabled: invalidation !== null,
  });
  const fromSubmission = useQuery({
    queryKey: keys.submission(Number(submission)),
    queryFn: () => housekeeper.submission(Number(submission)),
    enabled: submission !== null,
  });
  const fromRun = useQuery({
    queryKey: keys.runItems(Number(run)),
    queryFn: () => housekeeper.runItems(Number(run)),
    enabled: run !== null && typed === null,
  });

  if (run !== null) {
    const begun = { key: `run/${run}`, from: t(text.takenBackSource), cameBack: true };
    if (typed)
      return { state: "ready", copied: { ...begun, text: typed.text, name: typed.name, reason: typed.reason } };
    if (fromRun.data) return ready(begun, fromRun.data.items, fromRun.data.name);
    return unread(fromRun);
  }
  if (submission !== null) {
    const from = t(text.submissionSource, { id: submission });
    const { data } = fromSubmission;
    return data ? ready({ key: from, from, cameBack: false }, data.items, data.row.name) : unread(fromSubmission);
  }
  if (invalidation !== null) {
    const begun = { key: invalidation, from: invalidation, cameBack: false };
    return fromInvalidation.data ? ready(begun, fromInvalidation.data.items, "") : unread(fromInvalidation);
  }
  return { state: "ready", copied: null };
}

function ready(begun: Omit<Copied, "text" | "name" | "reason">, items: readonly string[], name: string): CopyState {
  return { state: "ready", copied: { ...begun, text: items.join("\n"), name, reason: "" } };
}

function unread({ error, refetch }: { error: unknown; refetch: () => unknown }): CopyState {
  return error ? { state: "failed", error, retry: () => void refetch() } : { state: "loading" };
}
