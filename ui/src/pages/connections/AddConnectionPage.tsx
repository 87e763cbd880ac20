import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { useParams } from "react-router";
import { useText } from "../../common/text";
import { InfoLink, Page } from "../../features/frame/Page";
import { PageHelp } from "../../features/frame/PageHelp";
import { connections as text } from "../../messages/connections";
import { DirectForm } from "./add/DirectForm";
import { IdentityCenterForm } from "./add/IdentityCenterForm";
import { KINDS, kindOf } from "./add/kinds";

/** Add connection, by each of the ways into an AWS account. */
export function AddConnectionPage() {
  const t = useText();
  const kind = kindOf(useParams().kind);
  const title = t(KINDS[kind].title);
  return (
    <Page
      title={title}
      crumbs={[{ text: t(text.title), path: "/connections" }, { text: title }]}
      help={{ title: t(KINDS[kind].name), content: <PageHelp {...KINDS[kind].help} /> }}
      ownFocus={true}
    >
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={title} />}>
            {title}
          </Header>
        }
      >
        {/* Another kind begins with empty fields. */}
        {kind === "identity-center" ? <IdentityCenterForm /> : <DirectForm key={kind} kind={kind} />}
      </ContentLayout>
    </Page>
  );
}
