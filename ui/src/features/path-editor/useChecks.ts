import { useCallback, useEffect, useRef, useState } from "react";
import { type CheckReport, housekeeper, type Target } from "../../ipc/client";
import { useAgainOnNewFigures } from "../month/useAgainOnNewFigures";

/** How long the keys must rest before the lines are checked, in milliseconds: below what is felt as waiting. */
export const REST = 150;
/** How many findings are shown at first: a list that can still be read. */
export const FIRST_FINDINGS = 100;

/** What the checks say, and of which text. */
export type Checks = {
  /** The newest report; `null` before the first one and where there is no text. */
  report: CheckReport | null;
  /** The text that the report is about. */
  text: string;
  /** Whether a newer text is still being checked. */
  checking: boolean;
  error: unknown;
};

/** Before anything was typed. */
const NOTHING: Checks = { report: null, text: "", checking: false, error: null };

/**
 * Checks a text as it is typed: once the keys rest (at once where nothing more is to be expected), one check at a time,
 * and of several texts only the newest one's report is ever shown. When the month's figures change it is asked for
 * again.
 */
export function useChecks(connection: string, target: Target) {
  const [checks, setChecks] = useState<Checks>(NOTHING);
  const wanted = useRef<{ text: string; limit: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef(false);
  const due = useRef(false);
  const left = useRef(false);
  const { kind, id } = target;

  const run = useCallback(async () => {
    due.current = true;
    if (running.current) return;
    running.current = true;
    while (due.current && wanted.current && !left.current) {
      due.current = false;
      const asked = wanted.current;
      let answer: Partial<Checks>;
      try {
        const report = await housekeeper.checkItems(connection, { kind, id }, asked.text, asked.limit);
        answer = { report, error: null };
      } catch (error) {
        answer = { report: null, error };
      }
      // Only the newest text's answer counts: for an older one the next turn, or the timer, brings a newer.
      if (wanted.current === asked && !left.current) {
        setChecks((old) => ({ ...old, ...answer, text: asked.text, checking: false }));
      }
    }
    running.current = false;
  }, [connection, kind, id]);

  const check = useCallback(
    (text: string, { shown = 0, atOnce = false } = {}) => {
      clearTimeout(timer.current);
      if (text.trim() === "") {
        wanted.current = null;
        setChecks(NOTHING);
        return;
      }
      wanted.current = { text, limit: shown + FIRST_FINDINGS };
      setChecks((old) => (old.checking ? old : { ...old, checking: true }));
      if (atOnce) void run();
      else timer.current = setTimeout(() => void run(), REST);
    },
    [run],
  );

  // The report has the month in it. Asked for quietly: of the text itself nothing is new.
  useAgainOnNewFigures([connection], () => {
    if (wanted.current) void run();
  });

  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      clearTimeout(timer.current);
    };
  }, []);

  return { checks, check };
}
