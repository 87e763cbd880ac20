import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { refusalSentence } from "../../features/failure/refusal";
import { useFlash } from "../../features/flash/Flash";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { Found } from "../../features/import/Found";
import { nameFrom } from "../../features/import/nameFrom";
import { Picker } from "../../features/import/Picker";
import { isRefused } from "../../features/import/Problems";
import { usePreview } from "../../features/import/usePreview";
import { useUpload } from "../../features/import/useUpload";
import { keys } from "../../features/queries/keys";
import { housekeeper, type ImportChoice } from "../../ipc/client";
import { batches } from "../../messages/batches";
import { importing as text } from "../../messages/importing";
import { ImportRows } from "./ImportRows";
import { BATCHES } from "./paths";

const HELP: HelpWords = {
  purpose: [text.helpKinds],
  steps: [text.helpSteps],
  care: [text.helpNothingYet, text.helpOthersFile],
};

/** Import batches: a file or a pasted text, what is in it, and what of it is kept. */
export function ImportPage() {
  const t = useText();
  const title = t(text.title);
  const { upload, start, stop } = useUpload();
  return (
    <Page
      title={title}
      crumbs={[{ text: t(batches.title), path: BATCHES }, { text: title }]}
      help={{ title, content: <PageHelp {...HELP} /> }}
    >
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={title} />}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Container>
            <Picker upload={upload} start={start} stop={stop} />
          </Container>
          {upload.kind === "sent" && (
            <Contents
              key={upload.id}
              id={upload.id}
              name={upload.file ? nameFrom(upload.file.name) : t(text.pastedName)}
            />
          )}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}

/** What is in one file, and the way to keep it. */
function Contents({ id, name }: { id: number; name: string }) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { query, options, settled, busy, change } = usePreview(id, name);
  const preview = query.data;
  const keep = useMutation({
    mutationFn: (choices: ImportChoice[]) => housekeeper.importKeep(id, settled, choices),
    onSuccess: ({ added, replaced }) => {
      flash({ type: "success", content: t(text.done, { added, replaced }) });
      void navigate(BATCHES);
      void client.invalidateQueries({ queryKey: keys.batches });
    },
  });

  return (
    <SpaceBetween size="l">
      {query.isLoading && <StatusIndicator type="loading">{t(text.reading)}</StatusIndicator>}
      {query.error && (
        <FailureAlert
          error={query.error}
          title={t(text.notRead)}
          sentence={refusalSentence(query.error)}
          onRetry={() => void query.refetch()}
          takeFocus={true}
        />
      )}
      {preview && (
        <Container>
          <Found preview={preview} busy={busy} options={options} named={true} change={change} />
        </Container>
      )}
      {keep.error && (
        <FailureAlert
          error={keep.error}
          title={t(text.notKept)}
          sentence={refusalSentence(keep.error)}
          takeFocus={true}
        />
      )}
      {preview && !(isRefused(preview) && preview.rows.length === 0) && (
        <ImportRows
          preview={preview}
          busy={busy}
          keeping={keep.isPending}
          onCancel={() => void navigate(BATCHES)}
          onKeep={(choices) => keep.mutate(choices)}
        />
      )}
    </SpaceBetween>
  );
}

/** The help beside the page. */
