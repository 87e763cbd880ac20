import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { Remaining } from "../../features/submissions/About";
import { Countdown } from "../../features/submissions/Countdown";
import { WaitsView } from "../../features/submissions/WaitsView";
import { needsPerson } from "../../features/submissions/waits";
import { createPath } from "../../features/targets/paths";
import { HousekeeperError, type SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";

type Props = {
  row: SubmissionRow;
  /** What a person can do while it was not sent. */
  actions: ReactNode;
};

/**
 * What has become of a submission, in a sentence; screen readers hear it as it changes. Only what changed: by default
 * a status is read out as a whole each time.
 */
export function Outcome(props: Props) {
  return (
    <div role="status" aria-atomic="false">
      <Sentence {...props} />
    </div>
  );
}

function Sentence({ row, actions }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const { state } = row;
  switch (state.kind) {
    case "waiting":
      return state.counting ? (
        <Alert
          type="info"
          header={<Countdown key={state.until} until={state.until} announce={true} />}
          action={actions}
        >
          {t(text.undoTimeText)}
        </Alert>
      ) : (
        <Alert type="warning" header={t(text.waitingForYouTitle)} action={actions}>
          {t(text.waitingForYouText)}
        </Alert>
      );
    case "queued":
      return (
        <Alert type={needsPerson(state.waits) ? "warning" : "info"} header={t(text.queuedTitle)} action={actions}>
          <WaitsView waits={state.waits} connection={row.connection} />
        </Alert>
      );
    case "sending":
      return (
        <Alert type="info" header={t(text.sendingTitle)}>
          {t(text.sendingText)}
        </Alert>
      );
    case "inProgress":
      return (
        <Alert type="info" header={t(text.waitingTitle)}>
          <div>
            <Remaining expected={state.expected} />
          </div>
          {t(text.waitingText)}
        </Alert>
      );
    case "unknown":
      return (
        <FailureAlert
          error={HousekeeperError.of(state.reason.code, state.reason.detail)}
          connection={row.connection}
          title={t(text.unknownTitle)}
          sentence={t(text.unknownText)}
          type="warning"
        />
      );
    case "refused":
      return (
        <FailureAlert
          error={HousekeeperError.of(state.reason.code, state.reason.detail)}
          connection={row.connection}
          title={t(text.refusedTitle)}
        />
      );
    case "withdrawn":
      return (
        <Alert
          type="info"
          header={t(text.withdrawnTitle)}
          action={
            <Button onClick={() => void navigate(createPath(row.target, { run: row.run }))}>{t(text.toEditor)}</Button>
          }
        >
          {t(text.withdrawnText)}
        </Alert>
      );
    case "accepted":
      return (
        <Alert type="success" header={t(text.acceptedTitle)}>
          {t(text.acceptedText)}
        </Alert>
      );
    case "completed":
      return null;
  }
}
