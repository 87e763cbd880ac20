import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { NumberField } from "../../common/NumberField";
import { useText } from "../../common/text";
import { wholeNumberIn } from "../../common/wholeNumber";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { usePolicy } from "../../features/policy/usePolicy";
import { keys } from "../../features/queries/keys";
import { housekeeper, type Settings } from "../../ipc/client";
import { policy as words } from "../../messages/policy";
import { settings as text } from "../../messages/settings";

/** The longest time to undo, in seconds: whoever has not noticed by then is not looking. */
const MOST_UNDO_SECONDS = 60;

/** The longest time that the window stays open without anybody, in minutes, where it is locked at all. */
const MOST_IDLE_MINUTES = 240;

/** What a person can set; nothing of it holds before Save. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const [seconds, setSeconds] = useState(String(settings.undoSeconds));
  const [minutes, setMinutes] = useState(String(settings.idleLockMinutes));
  const [notifyCompleted, setNotifyCompleted] = useState(settings.notifyCompleted);
  const [asked, setAsked] = useState(false);
  const policy = usePolicy().data;
  const fixedUndo = policy?.undoSeconds ?? null;
  // What is fixed for everyone leaves the person's own as it is, for the day that it no longer is.
  const undoSeconds = fixedUndo === null ? wholeNumberIn(seconds, MOST_UNDO_SECONDS) : settings.undoSeconds;
  const idleLockMinutes = wholeNumberIn(minutes, MOST_IDLE_MINUTES);
  const save = useMutation({
    mutationFn: (wanted: Settings) => housekeeper.saveSettings(wanted),
    onSuccess: (_, wanted) => {
      client.setQueryData(keys.settings, wanted);
      flash({ id: "settings", type: "success", content: t(text.saved) });
    },
  });

  function submit() {
    setAsked(true);
    if (undoSeconds === null || idleLockMinutes === null || save.isPending) return;
    save.mutate({ undoSeconds, notifyCompleted, idleLockMinutes });
  }

  return (
    <form
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Form
        actions={
          <Button variant="primary" loading={save.isPending}>
            {t(text.save)}
          </Button>
        }
      >
        <SpaceBetween size="l">
          {save.error && <FailureAlert error={save.error} takeFocus={true} />}
          <Container header={<Header variant="h2">{t(text.sending)}</Header>}>
            <SpaceBetween size="l">
              <NumberField
                label={t(text.undoTime)}
                hint={policy && fixedUndo !== null ? t(words.fixedUndo, { file: policy.path }) : t(text.undoTimeHint)}
                range={t(text.undoTimeRange)}
                unit={t(text.seconds)}
                most={MOST_UNDO_SECONDS}
                value={fixedUndo === null ? seconds : String(fixedUndo)}
                readOnly={fixedUndo !== null}
                mistake={asked && undoSeconds === null && t(text.undoTimeInvalid)}
                onChange={setSeconds}
              />
              <Toggle
                checked={notifyCompleted}
                description={t(text.notifyHint)}
                onChange={({ detail }) => setNotifyCompleted(detail.checked)}
              >
                {t(text.notify)}
              </Toggle>
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">{t(text.security)}</Header>}>
            <NumberField
              label={t(text.idleLock)}
              hint={t(text.idleLockHint)}
              range={t(text.idleLockRange)}
              unit={t(text.minutes)}
              most={MOST_IDLE_MINUTES}
              value={minutes}
              mistake={asked && idleLockMinutes === null && t(text.idleLockInvalid)}
              onChange={setMinutes}
            />
          </Container>
        </SpaceBetween>
      </Form>
    </form>
  );
}
