import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { ConfirmWide } from "../../features/care/ConfirmWide";
import { DoubleNotice } from "../../features/care/DoubleNotice";
import { useAskBeforeProduction } from "../../features/care/Production";
import { isNamed } from "../../features/care/wide";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { keys } from "../../features/queries/keys";
import { ReasonField } from "../../features/review-panel/ReasonField";
import { useShortcut } from "../../features/shortcuts/useShortcut";
import { keysOf, WithKeys } from "../../features/shortcuts/WithKeys";
import { TIME_TO_UNDO, TimeToUndo } from "../../features/submissions/TimeToUndo";
import { submissionPath } from "../../features/targets/paths";
import { type BatchDetails, housekeeper } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { care } from "../../messages/care";
import { common } from "../../messages/common";
import { BATCHES, nameOf } from "./paths";
import { RunAsCli } from "./RunAsCli";
import { RunMakes } from "./RunMakes";
import { RunSummary } from "./RunSummary";
import { TargetsField } from "./TargetsField";
import { useRunCare } from "./useRunCare";
import { type RunAsk, useNotYet, useRunReview } from "./useRunReview";
import { ValueInput } from "./ValueInput";
import { firstValues } from "./variables";

/** What is asked of a run, and what becomes of it as it is answered. */
export function RunForm({ details }: { details: BatchDetails }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  // As it was when the page was opened: what is being run does not change under the hand.
  const [{ row, variables, lastValues }] = useState(details);
  const [values, setValues] = useState(() => firstValues(variables, lastValues));
  const [targets, setTargets] = useState(row.targets);
  const review = useRunReview(row.id, variables, values, targets);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const { cleared, names, double } = useRunCare(row, review.missing.length === 0 ? review.query.data : undefined);
  const isUnconfirmed = cleared.length > 0 && !isNamed(typed, names);
  const notReady = useNotYet(review);
  const notYet = notReady ?? (isUnconfirmed ? t(care.notTyped, { name: names[0] }) : null);
  const run = useMutation({
    mutationFn: (ask: RunAsk) => housekeeper.runBatch(row.id, ask.values, ask.targets, reason.trim()),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.activity });
      void client.invalidateQueries({ queryKey: keys.batches });
    },
  });
  const ask = useAskBeforeProduction();
  function send() {
    const sendings = (review.query.data?.targets ?? []).map(({ target, report }) => ({
      connection: target.connection,
      target: nameOf(target),
      items: report?.items ?? 0,
    }));
    const mutate = () =>
      run.mutate(review.ask, { onSuccess: ({ id }) => void navigate(submissionPath(id), { replace: true }) });
    double.ask(() => ask(sendings, mutate));
  }

  useShortcut("send", notYet === null && !run.isPending ? send : null);

  return (
    <SpaceBetween size="l">
      {run.error && <FailureAlert error={run.error} title={t(text.notSent)} takeFocus={true} />}
      {/* The review stands beside, so that a batch that needs no values is sent without scrolling. */}
      <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
        <SpaceBetween size="l">
          {variables.length > 0 && (
            <Container header={<Header variant="h2">{t(text.values)}</Header>}>
              <SpaceBetween size="l">
                {variables.map(({ name, hint, kind }) => (
                  <FormField key={name} label={name} description={hint || undefined} stretch={true}>
                    <ValueInput
                      kind={kind}
                      values={values[name] ?? []}
                      onChange={(next) => setValues((all) => ({ ...all, [name]: next }))}
                    />
                  </FormField>
                ))}
              </SpaceBetween>
            </Container>
          )}
          <Container>
            <TargetsField targets={targets} known={row.targets} onChange={setTargets} />
          </Container>
          {review.query.error && (
            <FailureAlert error={review.query.error} type="warning" onRetry={() => void review.query.refetch()} />
          )}
          {review.query.data && review.missing.length === 0 && (
            <RunMakes review={review.query.data} checking={review.checking} />
          )}
        </SpaceBetween>
        <Container header={<Header variant="h2">{t(text.review)}</Header>}>
          <SpaceBetween size="l">
            <RunSummary review={review.missing.length === 0 ? review.query.data : undefined} />
            <ReasonField value={reason} readOnly={run.isPending} onChange={setReason} />
            {cleared.length > 0 && (
              <ConfirmWide cleared={cleared} names={names} value={typed} readOnly={run.isPending} onChange={setTyped} />
            )}
            <DoubleNotice doubles={double.doubles} />
            <TimeToUndo />
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={() => void navigate(BATCHES)}>
                {t(common.cancel)}
              </Button>
              <WithKeys of="send">
                <Button
                  variant="primary"
                  ariaDescribedby={TIME_TO_UNDO}
                  nativeButtonAttributes={keysOf("send")}
                  loading={run.isPending}
                  loadingText={t(text.sending)}
                  disabled={notYet !== null}
                  disabledReason={notYet ?? undefined}
                  onClick={send}
                >
                  {t(common.createInvalidation)}
                </Button>
              </WithKeys>
            </SpaceBetween>
            {double.modal}
            <RunAsCli name={row.name} review={review.query.data} notYet={notReady} />
          </SpaceBetween>
        </Container>
      </Grid>
    </SpaceBetween>
  );
}
