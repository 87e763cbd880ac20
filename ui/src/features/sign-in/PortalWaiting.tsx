import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { CopyButton, CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { timeLeft } from "../../common/timeLeft";
import { useNow } from "../../common/useNow";
import type { PortalSignInState } from "../../ipc/client";
import { common } from "../../messages/common";
import { sessions as text } from "../../messages/sessions";

type Props = {
  waiting: Extract<PortalSignInState, { kind: "waiting" }>;
  /** Why the browser could not be opened; `null` where it was. */
  browserProblem: string | null;
};

/** What the person does in the browser meanwhile, and until when. */
export function PortalWaiting({ waiting: { url, code, expiresAt }, browserProblem }: Props) {
  const t = useText();
  const withCode = code !== null;
  return (
    <SpaceBetween size="m">
      {browserProblem !== null && (
        <div role="alert">
          <Alert type="warning" header={t(text.noBrowser)}>
            <div>{t(text.noBrowserText)}</div>
            <div className="portal-address">{browserProblem}</div>
          </Alert>
        </div>
      )}
      <div>{t(withCode ? text.waitCode : text.waitBrowser)}</div>
      {withCode && (
        <div>
          <Box variant="awsui-key-label">{t(text.portalCodeIs)}</Box>
          <div className="portal-code">{code}</div>
          <CopyButton text={code} label={t(common.copy)} />
        </div>
      )}
      <div>{t(withCode ? text.waitCodeElse : text.waitBrowserNext)}</div>
      {(withCode || browserProblem !== null) && (
        <div>
          <Box variant="awsui-key-label">{t(text.address)}</Box>
          <div className="portal-address">
            <CopyText text={url} what={t(text.address)} />
          </div>
        </div>
      )}
      <div>
        <div role="status">
          <StatusIndicator type="in-progress">{t(text.waitingForIt)}</StatusIndicator>
        </div>
        <TimeLeft until={Date.parse(expiresAt)} />
      </div>
    </SpaceBetween>
  );
}

/** Quiet for screen readers: the passing of time is not read out. */
function TimeLeft({ until }: { until: number }) {
  const t = useText();
  const now = useNow(1_000);
  if (Number.isNaN(until)) return null;
  const left = timeLeft(until - now);
  return (
    <Box color="text-body-secondary">
      <span role="timer" aria-live="off">
        {left ? t(text.timeLeft, left) : t(text.timeOver)}
      </span>
    </Box>
  );
}
