import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CodeBox } from "../../common/CodeBox";
import { type Text, useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { keys } from "../../features/queries/keys";
import { housekeeper, type UpdateState } from "../../ipc/client";
import { updates as text } from "../../messages/updates";

/** As many of what is not settled are looked at: they come first, in the order in which they go out. */
const LOOKED_AT = 50;

/** Asks at a click, and at no other time, whether there is a newer version, and installs it. */
export function Updates() {
  const t = useText();
  const check = useMutation({ mutationFn: () => housekeeper.checkForUpdate() });
  return (
    <SpaceBetween size="s">
      <Header
        variant="h3"
        description={t(text.hint)}
        actions={
          <Button loading={check.isPending} loadingText={t(text.checking)} onClick={() => check.mutate()}>
            {t(text.check)}
          </Button>
        }
      >
        {t(text.title)}
      </Header>
      <LiveRegion hidden={true}>
        {check.isPending ? t(text.checking) : check.data ? said(t, check.data) : ""}
      </LiveRegion>
      {check.isPending && <StatusIndicator type="loading">{t(text.checking)}</StatusIndicator>}
      {!check.isPending && check.data && <Answer state={check.data} />}
      {check.error && (
        <FailureAlert error={check.error} title={t(text.checkFailed)} onRetry={() => check.mutate()} takeFocus={true} />
      )}
    </SpaceBetween>
  );
}

/** What is read out of the answer; the rest is there to be read. */
function said(t: Text, state: UpdateState): string {
  switch (state.kind) {
    case "notOffered":
      return t(text.notOffered);
    case "current":
      return t(text.current);
    case "available":
      return t(text.available, { version: state.version });
  }
}

function Answer({ state }: { state: UpdateState }) {
  const t = useText();
  switch (state.kind) {
    case "notOffered":
      return (
        <Alert type="info" header={t(text.notOffered)}>
          {t(text.notOfferedText)}
        </Alert>
      );
    case "current":
      return <StatusIndicator type="success">{t(text.current)}</StatusIndicator>;
    case "available":
      return <Available version={state.version} notes={state.notes.trim()} />;
  }
}

function Available({ version, notes }: { version: string; notes: string }) {
  const t = useText();
  const activity = useQuery({
    queryKey: [...keys.activity, "atWork"],
    queryFn: () => housekeeper.activity(0, LOOKED_AT),
  });
  // What is queued or with CloudFront goes on after the restart; the time to undo, and a reply, would be cut short.
  const isBusy = activity.data?.rows.some(({ state: { kind } }) => kind === "waiting" || kind === "sending") ?? false;
  const install = useMutation({ mutationFn: () => housekeeper.installUpdate() });
  // When it is done the app closes by itself: until then there is nothing more to choose.
  const isUnderWay = install.isPending || install.isSuccess;
  return (
    <SpaceBetween size="s">
      <Box variant="h4">{t(text.available, { version })}</Box>
      {notes ? (
        <CodeBox code={notes} label={t(text.notes, { version })} showLabel={true} />
      ) : (
        <div>{t(text.noNotes)}</div>
      )}
      <div>{t(text.signed)}</div>
      <LiveRegion>{isUnderWay && <StatusIndicator type="loading">{t(text.installing)}</StatusIndicator>}</LiveRegion>
      {install.error && (
        <FailureAlert error={install.error} title={t(text.installFailed)} takeFocus={true}>
          {t(text.installFailedText)}
        </FailureAlert>
      )}
      <Button
        variant="primary"
        disabled={isBusy && !isUnderWay}
        disabledReason={t(text.busy)}
        loading={isUnderWay}
        onClick={() => install.mutate()}
      >
        {t(text.install)}
      </Button>
    </SpaceBetween>
  );
}
