import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { CopyButton, CopyText } from "../../common/CopyText";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { useSaveAsBatch } from "../../features/batches/saveAsBatch";
import { CopyAsCli } from "../../features/cli/CopyAsCli";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { RouteLink } from "../../features/frame/RouteLink";
import { InvalidationStatus, isInProgress } from "../../features/invalidations/InvalidationStatus";
import { ItemList } from "../../features/invalidations/ItemList";
import { POLL } from "../../features/invalidations/useInvalidations";
import { keys } from "../../features/queries/keys";
import { RemainingOf } from "../../features/submissions/About";
import { createPath, submissionPath, targetPath, useTarget } from "../../features/targets/paths";
import { useTargetNames } from "../../features/targets/useTargetNames";
import { housekeeper, type InvalidationDetails, type Target } from "../../ipc/client";
import { batches } from "../../messages/batches";
import { common } from "../../messages/common";
import { invalidation as text } from "../../messages/invalidation";
import { shell } from "../../messages/shell";
import { StalePage } from "./StalePage";

const HELP: HelpWords = {
  purpose: [text.helpPurpose],
  steps: [text.helpFollow],
  care: [text.help, text.helpBrowser],
};

/** One invalidation, followed live until CloudFront is done with it. */
export function InvalidationPage() {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const { invalidation: id = "" } = useParams();
  const names = useTargetNames(target);
  const navigate = useNavigate();
  const saveAsBatch = useSaveAsBatch();
  const query = useQuery({
    queryKey: keys.invalidation(connection, target, id),
    queryFn: () => housekeeper.invalidation(connection, target, id),
    refetchInterval: ({ state }) => (state.data && isInProgress(state.data.status) ? POLL : false),
  });
  const details = query.data;

  return (
    <Page
      title={t(text.title, { id })}
      crumbs={[...names.crumbs, { text: id }]}
      help={{ title: t(text.details), content: <PageHelp {...HELP} /> }}
    >
      <ContentLayout
        header={
          <Header
            variant="h1"
            info={<InfoLink about={t(text.details)} />}
            description={names.name}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <CopyAsCli
                  connection={connection}
                  target={target}
                  reason={details ? null : t(shell.loading)}
                  lines={() => ({ text: details?.items.join("\n") ?? "", name: "" })}
                />
                <Button
                  disabled={!details}
                  onClick={() =>
                    details &&
                    saveAsBatch({
                      text: details.items.join("\n"),
                      name: "",
                      connection,
                      target,
                      targetName: names.name,
                    })
                  }
                >
                  {t(batches.saveAsBatch)}
                </Button>
                <Button disabled={!details} onClick={() => void navigate(createPath(target, { invalidation: id }))}>
                  {t(common.copyToNew)}
                </Button>
              </SpaceBetween>
            }
          >
            {t(text.title, { id })}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {query.error && (
            <FailureAlert
              error={query.error}
              type={details ? "warning" : "error"}
              onRetry={() => void query.refetch()}
            />
          )}
          {!details && !query.error && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
          {details && <Progress details={details} />}
          {details && <Details details={details} target={target} />}
          {details && <ObjectPaths items={details.items} />}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}

/** Follows it: at work, and once it is done what to do about an old page. Spoken to screen readers as it changes. */
function Progress({ details }: { details: InvalidationDetails }) {
  const t = useText();
  return (
    // What changed is read out, and not the whole with the time that passes in it.
    <div role="status" aria-atomic="false">
      {isInProgress(details.status) && (
        <Alert type="info" header={t(text.progressTitle)}>
          {details.submission !== null && (
            <div>
              <RemainingOf submission={details.submission} />
            </div>
          )}
          {t(text.progressText)}
        </Alert>
      )}
      {details.status === "Completed" && <StalePage />}
    </div>
  );
}

function Details({ details, target }: { details: InvalidationDetails; target: Target }) {
  const t = useText();
  const targetLabel = t(target.kind === "tenant" ? text.tenantId : text.distributionId);
  return (
    <Container header={<Header variant="h2">{t(text.details)}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: targetLabel, value: <RouteLink to={targetPath(target)}>{target.id}</RouteLink> },
          { label: t(text.invalidationId), value: <CopyText text={details.id} what={t(text.invalidationId)} /> },
          { label: t(text.status), value: <InvalidationStatus status={details.status} /> },
          { label: t(text.dateCreated), value: <Time at={details.created} /> },
          {
            label: t(text.callerReference),
            value: <CopyText text={details.callerReference} what={t(text.callerReference)} />,
          },
          ...(details.submission === null
            ? []
            : [
                {
                  label: t(text.sentFromHere),
                  value: <RouteLink to={submissionPath(details.submission)}>{t(text.openSubmission)}</RouteLink>,
                },
              ]),
        ]}
      />
    </Container>
  );
}

/** All items, in the order they were sent. */
function ObjectPaths({ items }: { items: readonly string[] }) {
  const t = useText();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(text.pathCount, { count: items.length })}
          actions={<CopyButton text={items.join("\n")} label={t(text.copyPaths)} />}
        >
          {t(text.objectPaths)}
        </Header>
      }
    >
      <ItemList items={items} label={t(text.objectPaths)} />
    </Container>
  );
}
