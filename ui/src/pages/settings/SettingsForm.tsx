import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keys } from "../../features/queries/keys";
import { housekeeper, type Settings } from "../../ipc/client";
import { settings as text } from "../../messages/settings";
import { MOST_UNDO_SECONDS, undoSecondsIn } from "./undoSeconds";

/** What a person can set; nothing of it holds before Save. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const [entered, setEntered] = useState(String(settings.undoSeconds));
  const [notifyCompleted, setNotifyCompleted] = useState(settings.notifyCompleted);
  const [asked, setAsked] = useState(false);
  const undoSeconds = undoSecondsIn(entered);
  const save = useMutation({
    mutationFn: (wanted: Settings) => housekeeper.saveSettings(wanted),
    onSuccess: (_, wanted) => {
      client.setQueryData(keys.settings, wanted);
      flash({ id: "settings", type: "success", content: t(text.saved) });
    },
  });

  function submit() {
    setAsked(true);
    if (undoSeconds !== null && !save.isPending) save.mutate({ ...settings, undoSeconds, notifyCompleted });
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
              <FormField
                label={t(text.undoTime)}
                description={t(text.undoTimeHint)}
                constraintText={t(text.undoTimeRange)}
                errorText={asked && undoSeconds === null && t(text.undoTimeInvalid)}
              >
                <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                  <div style={{ width: 90 }}>
                    <Input
                      type="number"
                      inputMode="numeric"
                      step={1}
                      nativeInputAttributes={{ min: 0, max: MOST_UNDO_SECONDS }}
                      value={entered}
                      onChange={({ detail }) => setEntered(detail.value)}
                    />
                  </div>
                  <Box variant="span">{t(text.seconds)}</Box>
                </SpaceBetween>
              </FormField>
              <Toggle
                checked={notifyCompleted}
                description={t(text.notifyHint)}
                onChange={({ detail }) => setNotifyCompleted(detail.checked)}
              >
                {t(text.notify)}
              </Toggle>
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </Form>
    </form>
  );
}
