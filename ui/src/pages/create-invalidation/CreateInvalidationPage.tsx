import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { targetKey, useTarget } from "../../features/targets/paths";
import { useTargetNames } from "../../features/targets/useTargetNames";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { shell } from "../../messages/shell";
import { CreateFromDraft } from "./CreateFromDraft";
import { Help } from "./Help";
import { useCopied } from "./useCopied";

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
      help={{ title: t(text.help), content: <Help target={target} /> }}
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
          <CreateFromDraft
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
