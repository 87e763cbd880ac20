import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useQuery } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { keys } from "../../features/queries/keys";
import { useTarget } from "../../features/targets/paths";
import { useTargetNames } from "../../features/targets/useTargetNames";
import { housekeeper, type Target } from "../../ipc/client";
import { alternatives as text } from "../../messages/alternatives";
import { shell } from "../../messages/shell";
import { AskSection } from "./AskSection";
import { askFor } from "./ask";
import { BehaviorsTable } from "./BehaviorsTable";
import { ExamplesTable } from "./ExamplesTable";
import { Why } from "./Why";
import "./alternatives.css";

const HELP: HelpWords = {
  purpose: [text.helpExamples],
  steps: [text.helpAsk],
  care: [text.helpChanges],
  words: [text.helpKey, text.helpTtl],
};

/** Alternatives: what could stand in place of invalidating a target's paths again and again. */
export function AlternativesPage() {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const { name, crumbs } = useTargetNames(target);
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[...crumbs, { text: t(text.crumb) }]} help={{ title, content: <PageHelp {...HELP} /> }}>
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={title} />} description={name}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Why />
          <OfTarget connection={connection} target={target} name={name} />
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}

function OfTarget({ connection, target, name }: { connection: string; target: Target; name: string }) {
  const t = useText();
  const query = useQuery({
    queryKey: keys.alternatives(connection, target),
    queryFn: () => housekeeper.alternatives(connection, target),
  });
  const retry = () => void query.refetch();
  if (!query.data) {
    return query.error ? (
      <FailureAlert error={query.error} type="warning" title={t(text.failed)} onRetry={retry} />
    ) : (
      <Container>
        <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>
      </Container>
    );
  }
  const { error, behaviors } = query.data;
  return (
    <SpaceBetween size="l">
      {error && <FailureAlert error={error} type="warning" title={t(text.behaviorsFailed)} onRetry={retry} />}
      <ExamplesTable {...query.data} />
      <AskSection letter={askFor(t, name === target.id ? name : `${name} (${target.id})`, query.data)} />
      <BehaviorsTable behaviors={behaviors} />
    </SpaceBetween>
  );
}
