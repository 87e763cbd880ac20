import Alert from "@cloudscape-design/components/alert";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs, { type TabsProps } from "@cloudscape-design/components/tabs";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { Page } from "../../features/frame/Page";
import { keys } from "../../features/queries/keys";
import { AlternativesLink } from "../../features/targets/AlternativesLink";
import { useTarget } from "../../features/targets/paths";
import { distributionName, useDistribution } from "../../features/targets/useTargetNames";
import { housekeeper } from "../../ipc/client";
import { distribution as text } from "../../messages/distribution";
import { shell } from "../../messages/shell";
import { DetailsTab } from "./DetailsTab";
import { Help } from "./Help";
import { InvalidationsTab } from "./InvalidationsTab";
import { TenantsTab } from "./TenantsTab";

/** A distribution: its invalidations first, its tenants where it has any, its details. */
export function DistributionPage() {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const details = useDistribution(target.id);
  const row = details.data?.row;
  const name = row ? distributionName(row) : target.id;
  const hasTenants = useHasTenants(connection, target.id, row?.listed ? row.tenantOnly : undefined, !details.isLoading);
  const [query, setQuery] = useSearchParams();

  const tabs: TabsProps.Tab[] = [
    {
      id: "invalidations",
      label: t(text.invalidations),
      content: <InvalidationsTab key={`${connection}/${target.id}`} connection={connection} target={target} />,
    },
  ];
  if (hasTenants) {
    const content = <TenantsTab key={`${connection}/${target.id}`} connection={connection} distribution={target.id} />;
    tabs.push({ id: "tenants", label: t(text.tenants), content });
  }
  tabs.push({ id: "details", label: t(text.details), content: <DetailsTab query={details} id={target.id} /> });

  return (
    <Page
      title={name}
      crumbs={[{ text: t(shell.distributions), path: "/distributions" }, { text: name }]}
      help={{ title: t(text.invalidations), content: <Help /> }}
    >
      <ContentLayout
        header={
          <SpaceBetween size="m">
            <Header
              variant="h1"
              description={<CopyText text={target.id} what={t(text.distributionId)} />}
              actions={<AlternativesLink target={target} />}
            >
              {name}
            </Header>
            {row?.listed && !row.enabled && (
              <Alert type="warning" header={t(text.disabledTitle)}>
                {t(text.disabledText)}
              </Alert>
            )}
            {row?.tenantOnly && (
              <Alert type="info" header={t(text.tenantOnlyTitle)}>
                {t(text.tenantOnlyText)}
              </Alert>
            )}
          </SpaceBetween>
        }
      >
        <Tabs
          tabs={tabs}
          activeTabId={query.get("tab") ?? "invalidations"}
          onChange={({ detail }) => setQuery({ tab: detail.activeTabId }, { replace: true })}
        />
      </ContentLayout>
    </Page>
  );
}

/**
 * Whether to show the tab of tenants. Only a `tenant-only` distribution can have any (API, `ConnectionMode`); where
 * that may not be read, asking for the tenants themselves tells.
 */
function useHasTenants(connection: string, id: string, tenantOnly: boolean | undefined, settled: boolean): boolean {
  const probe = useQuery({
    queryKey: [...keys.tenants(connection, id), "any"],
    queryFn: () => housekeeper.tenants(connection, id, null, 1),
    enabled: tenantOnly === undefined && settled,
  });
  return tenantOnly ?? (probe.data?.rows.length ?? 0) > 0;
}
