import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useHref, useNavigate } from "react-router";
import { readStamp, writeStamp } from "../common/stamp";
import { useText } from "../common/text";
import { useConnectionInUse } from "../features/connection/ConnectionInUse";
import { useFlash, useRemoveFlash } from "../features/flash/Flash";
import { COSTS } from "../features/month/paths";
import { keys } from "../features/queries/keys";
import { alternativesPath } from "../features/targets/paths";
import { housekeeper, type WeeklyRepeats } from "../ipc/client";
import { alternatives as text } from "../messages/alternatives";

const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** Says once a week for each account what was cleared again and again, and where there may be a way without. */
export function WeeklyNotice() {
  const t = useText();
  const flash = useFlash();
  const remove = useRemoveFlash();
  const { id, account } = useConnectionInUse();
  const { data: locked = true } = useQuery({ queryKey: keys.locked, queryFn: () => housekeeper.locked() });
  // What each connection was answered since the window was opened: it is asked once. `null` is put away.
  const answers = useRef(new Map<string, Promise<WeeklyRepeats | null>>());

  useEffect(() => {
    if (locked) return;
    let left = false;
    const notice = `weekly/${id}`;
    const stamp = `weekly.${account ?? id}`;
    const asked = answers.current.get(id) ?? ask(id, stamp);
    answers.current.set(id, asked);
    void asked.then((answer) => {
      const [first] = answer?.repeats ?? [];
      if (left || !answer || !first || answer.paths === 0) return;
      writeStamp(stamp, Date.now());
      flash({
        id: notice,
        type: "info",
        header: t(text.weeklyTitle),
        content: t(text.weeklyText, { paths: answer.paths, items: answer.items }),
        action: (
          <SpaceBetween direction="horizontal" size="xs">
            <Way to={alternativesPath(first.target)}>{t(text.weeklyAlternatives)}</Way>
            <Way to={COSTS}>{t(text.weeklyCosts)}</Way>
          </SpaceBetween>
        ),
        onDismiss: () => answers.current.set(id, Promise.resolve(null)),
      });
    });
    // Through another connection its way leads nowhere.
    return () => {
      left = true;
      remove(notice);
    };
  }, [id, account, locked, flash, remove, t]);
  return null;
}

/** What was cleared again and again, unless that was said within the week. A failure is not worth a word. */
async function ask(connection: string, stamp: string): Promise<WeeklyRepeats | null> {
  const past = Date.now() - readStamp(stamp);
  // A stamp from the future is of a clock that was wrong.
  if (past >= 0 && past < WEEK) return null;
  return housekeeper.weeklyRepeats(connection).catch(() => null);
}

/** A link that looks like a button, as it stands on any colour. */
function Way({ to, children }: { to: string; children: string }) {
  const href = useHref(to);
  const navigate = useNavigate();
  return (
    <Button
      href={href}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Button>
  );
}
