import { type RefObject, useEffect, useState } from "react";
import type { Checks } from "../../features/path-editor/useChecks";
import { useShortcut } from "../../features/shortcuts/useShortcut";

/**
 * Lets the keys do what the button does. Keys are quicker than the checks, so they wait for the report of the very text
 * that is in the editor: whatever is to be asked of it is then known. Another letter takes it back.
 */
export function useSendByKeys(checks: Checks, draft: RefObject<{ text: string }>, create: (() => void) | null): void {
  const [asked, setAsked] = useState<string | null>(null);
  useShortcut("send", () => setAsked(draft.current.text));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each press, when the checks have their report.
  useEffect(() => {
    if (asked === null || checks.checking) return;
    setAsked(null);
    if (asked === draft.current.text && asked === checks.text) create?.();
  }, [asked, checks]);
}
