import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { useSettings } from "../../features/settings/useSettings";
import { settings as text } from "../../messages/settings";
import { AboutSection } from "./AboutSection";
import { BudgetsSection } from "./BudgetsSection";
import { PolicySection } from "./PolicySection";
import { PricesSection } from "./PricesSection";
import { SettingsForm } from "./SettingsForm";
import { SupportSection } from "./SupportSection";

const HELP: HelpWords = {
  purpose: [text.help],
  steps: [text.helpSave, text.helpSupport],
  care: [text.helpUndo, text.helpFolder],
};

/** Settings: how long one can undo and what one is told, budgets and prices, and what the administrator has fixed. */
export function SettingsPage() {
  const t = useText();
  const query = useSettings();
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <PageHelp {...HELP} /> }}>
      <ContentLayout
        header={
          <Header variant="h1" info={<InfoLink about={title} />}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
          {query.isLoading && <StatusIndicator type="loading">{t(text.loading)}</StatusIndicator>}
          {query.data && <SettingsForm settings={query.data} />}
          <PolicySection />
          <BudgetsSection />
          <PricesSection />
          <SupportSection />
          <AboutSection />
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}
