import { useText } from "../../common/text";
import type { QueuedRun, Waits } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { RouteLink } from "../frame/RouteLink";
import { isAskedFor } from "../sign-in/askings";
import { SignInButton } from "../sign-in/SignInButton";
import { submissionPath } from "../targets/paths";
import { About } from "./About";
import { Countdown } from "./Countdown";
import { waitsSentence } from "./waits";

/** What a queued submission of a connection waits for and about how long, with the way to what ends the waiting. */
export function WaitsView({ waits, connection }: { waits: Waits; connection: string }) {
  const t = useText();
  return (
    <span>
      {waitsSentence(t, waits.for)} <About at={waits.about} />
      {waits.for.kind === "signIn" && isAskedFor(waits.for.reason.code) && (
        <SignInButton inText={true} connection={connection} />
      )}
      {waits.for.kind === "earlierPart" && (
        <RouteLink inText={true} to={submissionPath(waits.for.submission)}>
          {t(text.earlierPart)}
        </RouteLink>
      )}
    </span>
  );
}

/** The same for a run, which may also be in its time to be undone. */
export function RunWaits({ run }: { run: Pick<QueuedRun, "until" | "counting" | "waits" | "connection"> }) {
  const t = useText();
  if (run.until !== null) return run.counting ? <Countdown until={run.until} /> : t(text.notCounting);
  return run.waits && <WaitsView waits={run.waits} connection={run.connection} />;
}
