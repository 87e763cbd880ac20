import { useCallback, useRef, useState } from "react";
import type { KeptDraft } from "../../features/drafts/useKeptDraft";
import { type BatchDraft, batchContent } from "./draft";

/** Keeps what stands in the form of a batch, as long as that differs from `untouched`; `form` is the form now. */
export function useBatchDraft(kept: KeptDraft, untouched: BatchDraft, form: () => BatchDraft) {
  const newest = useRef(form);
  newest.current = form;
  const [without] = useState(() => batchContent(untouched));
  const isFirst = useRef(true);

  const content = useCallback(() => {
    const now = batchContent(newest.current());
    return now === without ? null : now;
  }, [without]);
  /** Takes note that the form may have changed; the first time it is only there. */
  const changed = useCallback(() => {
    if (!isFirst.current) kept.keepSoon(content);
    isFirst.current = false;
  }, [kept, content]);
  /** Forgets the draft, and gives what was in it; `null` where nothing was. */
  const drop = useCallback(() => {
    const dropped = content();
    void kept.drop();
    return dropped;
  }, [kept, content]);
  const bringBack = useCallback((dropped: string) => void kept.keepNow(dropped), [kept]);
  return { changed, drop, bringBack };
}
