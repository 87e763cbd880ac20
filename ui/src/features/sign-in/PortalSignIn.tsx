import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../common/text";
import {
  HousekeeperError,
  housekeeper,
  type NewPortal,
  onChanged,
  type PortalSignIn as Progress,
} from "../../ipc/client";
import { common } from "../../messages/common";
import { standIns as text } from "../../messages/standIns";
import { FailureAlert } from "../failure/FailureAlert";

type Props = { portal: NewPortal; onSignedIn(): void; onCancel(): void };

/** Signs in at a portal. A stand-in for the one of the branch ui-ways, whose file takes this one's place. */
export function PortalSignIn({ portal, onSignedIn, onCancel }: Props) {
  const t = useText();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const done = useRef(onSignedIn);
  done.current = onSignedIn;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins anew.
  useEffect(() => {
    let id: string | null = null;
    let left = false;
    let underWay = false;
    const take = (next: Progress) => {
      if (left) return void housekeeper.cancelPortalSignIn(next.id).catch(() => {});
      id = next.id;
      underWay = next.state.kind === "waiting";
      setProgress(next);
      if (next.state.kind === "signedIn") done.current();
      if (next.state.kind === "failed") setError(HousekeeperError.from(next.state.error));
    };
    const fail = (thrown: unknown) => !left && setError(thrown);
    setError(null);
    setProgress(null);
    void housekeeper.beginPortalSignIn(portal).then(take, fail);
    const stop = onChanged((changed) => {
      if (changed.kind === "portalSignIn" && changed.id === id)
        void housekeeper.portalSignIn(changed.id).then(take, fail);
    });
    return () => {
      left = true;
      stop();
      // Whoever closes it has given it up.
      if (id !== null && underWay) void housekeeper.cancelPortalSignIn(id).catch(() => {});
    };
  }, [portal, attempt]);

  const waiting = progress?.state.kind === "waiting" ? progress.state : null;
  return (
    <SpaceBetween size="m">
      {error !== null && <FailureAlert error={error} onRetry={() => setAttempt(attempt + 1)} takeFocus={true} />}
      {error === null && <StatusIndicator type="loading">{t(text.waiting)}</StatusIndicator>}
      {waiting?.code && <b>{t(text.compare, { code: waiting.code })}</b>}
      {waiting?.browserProblem && <div>{waiting.browserProblem}</div>}
      {waiting && <div style={{ overflowWrap: "anywhere" }}>{waiting.url}</div>}
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onCancel}>
          {t(common.cancel)}
        </Button>
        {progress && waiting && (
          <Button onClick={() => void housekeeper.openPortalSignIn(progress.id).catch(setError)}>
            {t(text.openAgain)}
          </Button>
        )}
      </SpaceBetween>
    </SpaceBetween>
  );
}
