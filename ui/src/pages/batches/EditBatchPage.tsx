import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useLocation, useParams } from "react-router";
import { useText } from "../../common/text";
import { beginningIn } from "../../features/batches/saveAsBatch";
import { batchDraftKey } from "../../features/drafts/keys";
import { useKeptDraft } from "../../features/drafts/useKeptDraft";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { batches as text } from "../../messages/batches";
import { shell } from "../../messages/shell";
import { type BatchDraft, EMPTY } from "./draft";
import { EditFromDraft } from "./EditFromDraft";
import { EditorHelp } from "./Help";
import { BATCHES } from "./paths";
import { useBatch } from "./useBatches";
import { Versions } from "./Versions";

/** Create batch, and the page on which one is edited. */
export function EditBatchPage() {
  const t = useText();
  const id = Number(useParams().batch ?? 0);
  const { state, key } = useLocation();
  const query = useBatch(id);
  // What is in the form gives way to an earlier version only where the person asked for that.
  const kept = useKeptDraft(batchDraftKey(id === 0 ? null : id));
  const [restored, setRestored] = useState(0);
  const details = query.data;
  const isNew = id === 0;
  const begun = beginningIn(state);
  const title = isNew ? t(text.create) : t(text.editTitle, { name: details?.row.name ?? "" });
  const saved: BatchDraft | null = isNew
    ? EMPTY
    : details
      ? { ...details.row, text: details.text, variables: details.variables }
      : null;

  function restore() {
    void kept.drop();
    setRestored((times) => times + 1);
  }

  return (
    <Page
      title={title}
      crumbs={[{ text: t(text.title), path: BATCHES }, { text: isNew ? t(text.newCrumb) : title }]}
      help={{ title: t(text.title), content: <EditorHelp /> }}
      ownFocus={isNew}
    >
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={t(text.title)} />}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {query.error && !details && (
            <FailureAlert error={query.error} onRetry={() => void query.refetch()} takeFocus={true} />
          )}
          {!saved && !query.error && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
          {saved && (
            <EditFromDraft
              key={isNew ? key : `${id}/${restored}`}
              id={isNew ? null : id}
              kept={kept}
              saved={saved}
              asked={isNew ? begun : null}
            />
          )}
          {details && !isNew && <Versions id={id} current={details} onRestored={restore} />}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}
