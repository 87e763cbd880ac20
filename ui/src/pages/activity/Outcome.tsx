import Alert from "@cloudscape-design/components/alert";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { HousekeeperError, type SubmissionState } from "../../ipc/client";
import { activity as text } from "../../messages/activity";

/** What has become of a submission, in a sentence; screen readers hear it as it changes. */
export function Outcome({ state }: { state: SubmissionState }) {
  return (
    <div role="status">
      <Sentence state={state} />
    </div>
  );
}

function Sentence({ state }: { state: SubmissionState }) {
  const t = useText();
  switch (state.kind) {
    case "queued":
    case "sending":
    case "inProgress":
      return (
        <Alert type="info" header={t(text.waitingTitle)}>
          {t(text.waitingText)}
        </Alert>
      );
    case "unknown":
      return (
        <FailureAlert
          error={HousekeeperError.of(state.reason.code, state.reason.detail)}
          title={t(text.unknownTitle)}
          sentence={t(text.unknownText)}
          type="warning"
        />
      );
    case "refused":
      return (
        <FailureAlert
          error={HousekeeperError.of(state.reason.code, state.reason.detail)}
          title={t(text.refusedTitle)}
        />
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
