import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useParams } from "react-router";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { useConnections } from "../../features/connection/ConnectionInUse";
import { connectionPath } from "../../features/connection/paths";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { refusalSentence } from "../../features/failure/refusal";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { RouteLink } from "../../features/frame/RouteLink";
import type { ConnectionRow, PermissionWish } from "../../ipc/client";
import { connections } from "../../messages/connections";
import { permissions as text } from "../../messages/permissions";
import { shell } from "../../messages/shell";
import { Outcome } from "./Outcome";
import { usePermissions } from "./usePermissions";
import { WishForm } from "./WishForm";
import { isNothing, NOTHING, refusedField } from "./wish";
import "./permissions.css";

const HELP: HelpWords = {
  purpose: [text.helpPurpose],
  steps: [text.helpSteps, text.helpWhom],
  care: [text.helpKnown],
  words: [text.helpPolicy],
};

/** Permissions: what a connection has to be allowed, as a policy and as a message to whoever can allow it. */
export function PermissionsPage() {
  const t = useText();
  const { id } = useParams();
  const connection = useConnections().all.find((one) => one.id === id);
  const title = t(text.title);
  const crumbs = [
    { text: t(connections.title), path: "/connections" },
    ...(connection ? [{ text: connection.name, path: connectionPath(connection.id) }] : []),
    { text: title },
  ];
  const description = connection && t(text.description, { name: connection.name });
  return (
    <Page title={title} crumbs={crumbs} help={{ title, content: <PageHelp {...HELP} /> }}>
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={title} />} description={description}>
            {title}
          </Header>
        }
      >
        {connection ? <Permissions key={connection.id} connection={connection} /> : <Unknown />}
      </ContentLayout>
    </Page>
  );
}

function Permissions({ connection }: { connection: ConnectionRow }) {
  const t = useText();
  const [wish, setWish] = useState<PermissionWish>(NOTHING);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { query, settled, found } = usePermissions(connection.id, wish);
  const isEmpty = isNothing(wish);
  const sentence = isEmpty ? undefined : query.error && refusalSentence(query.error);
  const refused = sentence ? { sentence, field: refusedField(settled, sentence) } : null;
  return (
    <SpaceBetween size="l">
      <WishForm
        connection={connection.id}
        hasKey={connection.way.kind === "accessKey"}
        wish={wish}
        names={names}
        refused={refused}
        onChange={(part) => setWish((old) => ({ ...old, ...part }))}
        onNames={setNames}
      />
      {isEmpty ? (
        <Container>
          <TableState title={t(text.emptyTitle)} text={t(text.emptyText)} />
        </Container>
      ) : query.error ? (
        // What is said beside the ids is not said twice.
        !refused && <FailureAlert error={query.error} connection={connection.id} onRetry={() => void query.refetch()} />
      ) : found ? (
        <Outcome connection={connection} {...found} names={names} />
      ) : (
        <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>
      )}
    </SpaceBetween>
  );
}

function Unknown() {
  const t = useText();
  return (
    <Container>
      <TableState
        title={t(text.unknown)}
        text={t(text.unknownText)}
        action={<RouteLink to="/connections">{t(text.toConnections)}</RouteLink>}
      />
    </Container>
  );
}
