import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { keys } from "../../features/queries/keys";
import { targetKey, useTarget } from "../../features/targets/paths";
import { useTargetNames } from "../../features/targets/useTargetNames";
import { housekeeper } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { shell } from "../../messages/shell";
import { CheatSheet } from "./CheatSheet";
import { type Copied, CreateForm } from "./CreateForm";

/** Create invalidation: the editor with its checks, the review beside it, and the way to send it. */
export function CreateInvalidationPage() {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const names = useTargetNames(target);
  const copy = useCopied();
  const title = t(text.title);

  return (
    <Page
      title={title}
      crumbs={[...names.crumbs, { text: t(text.crumb) }]}
      help={{ title: t(text.help), content: <CheatSheet /> }}
      ownFocus={true}
    >
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={t(text.help)} />} description={names.name}>
            {title}
          </Header>
        }
      >
        {copy.state === "loading" && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
        {copy.state === "failed" && (
          <FailureAlert error={copy.error} title={t(text.copyFailed)} onRetry={copy.retry} takeFocus={true} />
        )}
        {copy.state === "ready" && (
          <CreateForm
            key={`${connection}/${targetKey(target)}/${copy.copied?.key ?? ""}`}
            connection={connection}
            target={target}
            copied={copy.copied}
          />
        )}
      </ContentLayout>
    </Page>
  );
}

type CopyState =
  | { state: "ready"; copied: Copied | null }
  | { state: "loading" }
  | { state: "failed"; error: unknown; retry: () => void };

/** What the address says to begin with: an invalidation's items, a submission's, or nothing. */
function useCopied(): CopyState {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const [query] = useSearchParams();
  const invalidation = query.get("invalidation");
  const submission = query.get("submission");

  const fromInvalidation = useQuery({
    queryKey: keys.invalidation(connection, target, invalidation ?? ""),
    queryFn: () => housekeeper.invalidation(connection, target, invalidation ?? ""),
    enabled: invalidation !== null,
  });
  const fromSubmission = useQuery({
    queryKey: keys.submission(Number(submission)),
    queryFn: () => housekeeper.submission(Number(submission)),
    enabled: submission !== null,
  });

  if (invalidation === null && submission === null) return { state: "ready", copied: null };
  const source = invalidation === null ? fromSubmission : fromInvalidation;
  if (source.data) {
    const name = "row" in source.data ? source.data.row.name : "";
    const from = invalidation ?? t(text.submissionSource, { id: submission });
    return { state: "ready", copied: { key: from, from, items: source.data.items, name } };
  }
  if (source.error) return { state: "failed", error: source.error, retry: () => void source.refetch() };
  return { state: "loading" };
}
