import Button from "@cloudscape-design/components/button";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../common/text";
import { useFlash } from "../features/flash/Flash";
import { keys } from "../features/queries/keys";
import { settingsQuery } from "../features/settings/useSettings";
import { createPath, submissionPath, targetPath } from "../features/targets/paths";
import { housekeeper, onChanged, type SubmissionDetails } from "../ipc/client";
import { notices as text } from "../messages/notices";
import { onlyRefused, type RunEnded, runNotice } from "./notices";

const ACTIVITY = "/activity";

/** Tells of each run that ends: on the desktop, and in the window where the page shown does not say it itself. */
export function RunNotices() {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const navigate = useNavigate();
  const shown = useRef("");
  shown.current = useLocation().pathname;

  useEffect(() => {
    async function tell(ended: RunEnded) {
      const notice = runNotice(t, ended);
      if (!notice) return;
      const { type, title, body } = notice;
      const address = await addressOf(ended);
      const seen = isOwnPage(client, shown.current, ended);
      if (!seen) {
        const open = <Button onClick={() => void navigate(address)}>{t(text.open)}</Button>;
        flash({ id: `run/${ended.run}`, type, header: title, content: body, action: open });
      }
      if (seen && onlyRefused(ended)) return;
      // Where the setting cannot be read, telling too much is the lesser harm.
      const wanted = await client.fetchQuery(settingsQuery).then(
        ({ notifyCompleted }) => notifyCompleted,
        () => true,
      );
      // Without a notification there is still the window.
      if (wanted) await housekeeper.notify(title, body, address).catch(() => {});
    }
    return onChanged((changed) => {
      if (changed.kind === "runEnded") void tell(changed);
    });
  }, [t, flash, client, navigate]);
  return null;
}

/** How many submissions are looked through for the one of a run that has just ended: those that wait come first. */
const LOOKED_AT = 100;

/** The page that says most of a run: its submission's, or Activity where it has several, or it is not found. */
async function addressOf({ run, submissions }: RunEnded): Promise<string> {
  if (submissions !== 1) return ACTIVITY;
  const recent = await housekeeper.activity(0, LOOKED_AT).catch(() => null);
  const row = recent?.rows.find((submission) => submission.run === run);
  return row ? submissionPath(row.id) : ACTIVITY;
}

/** Whether the page shown is the run's submission, an invalidation of its target, or the editor that it came back to. */
function isOwnPage(client: QueryClient, path: string, ended: RunEnded): boolean {
  const { run, target } = ended;
  if (path.startsWith(`${targetPath(target)}/invalidations/`)) return true;
  if (path === createPath(target)) return onlyRefused(ended);
  const submission = /^\/activity\/(\d+)$/.exec(path)?.[1];
  if (!submission) return false;
  return client.getQueryData<SubmissionDetails>(keys.submission(Number(submission)))?.row.run === run;
}
