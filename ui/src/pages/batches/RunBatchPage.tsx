import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useParams } from "react-router";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { batches as text } from "../../messages/batches";
import { shell } from "../../messages/shell";
import { ExportButton } from "./ExportButton";
import { RunHelp } from "./Help";
import { BATCHES } from "./paths";
import { RunForm } from "./RunForm";
import { useBatch } from "./useBatches";

/** The run of a batch: its values and targets, what would be sent, and the way to send it. */
export function RunBatchPage() {
  const t = useText();
  const id = Number(useParams().batch);
  const query = useBatch(id);
  const title = t(text.runTitle, { name: query.data?.row.name ?? "" });
  return (
    <Page
      title={title}
      crumbs={[{ text: t(text.title), path: BATCHES }, { text: query.data?.row.name ?? "" }]}
      help={{ title: t(text.title), content: <RunHelp /> }}
    >
      <ContentLayout
        header={
          <Header
            variant="h1"
            info={<InfoLink about={t(text.title)} />}
            description={query.data?.row.description || undefined}
            actions={query.data && <ExportButton selected={[query.data.row]} total={1} />}
          >
            {title}
          </Header>
        }
      >
        {query.error && !query.data && (
          <FailureAlert error={query.error} onRetry={() => void query.refetch()} takeFocus={true} />
        )}
        {query.isLoading && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
        {query.data && <RunForm key={id} details={query.data} />}
      </ContentLayout>
    </Page>
  );
}
