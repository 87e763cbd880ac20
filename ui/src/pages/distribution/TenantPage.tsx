import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Tabs from "@cloudscape-design/components/tabs";
import { useSearchParams } from "react-router";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { Page } from "../../features/frame/Page";
import { RouteLink } from "../../features/frame/RouteLink";
import { AlternativesLink } from "../../features/targets/AlternativesLink";
import { DistributionStatus } from "../../features/targets/DistributionStatus";
import { targetPath, useTarget } from "../../features/targets/paths";
import { useTargetNames, useTenant } from "../../features/targets/useTargetNames";
import type { TenantRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { distribution as text } from "../../messages/distribution";
import { shell } from "../../messages/shell";
import { Help } from "./Help";
import { InvalidationsTab } from "./InvalidationsTab";

/** A tenant: its invalidations first, then its details. */
export function TenantPage() {
  const t = useText();
  const connection = useConnectionInUse().id;
  const target = useTarget();
  const { name, crumbs } = useTargetNames(target);
  const tenant = useTenant(target.id);
  const [query, setQuery] = useSearchParams();

  return (
    <Page title={name} crumbs={crumbs} help={{ title: t(text.invalidations), content: <Help ofTenant={true} /> }}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={<AlternativesLink target={target} />}
            description={tenant.data ? t(text.tenantHeading, { distribution: tenant.data.distribution }) : target.id}
          >
            {name}
          </Header>
        }
      >
        <Tabs
          activeTabId={query.get("tab") ?? "invalidations"}
          onChange={({ detail }) => setQuery({ tab: detail.activeTabId }, { replace: true })}
          tabs={[
            {
              id: "invalidations",
              label: t(text.invalidations),
              content: <InvalidationsTab key={`${connection}/${target.id}`} connection={connection} target={target} />,
            },
            {
              id: "details",
              label: t(text.details),
              content: tenant.error ? (
                <FailureAlert error={tenant.error} onRetry={() => void tenant.refetch()} />
              ) : tenant.data ? (
                <Details tenant={tenant.data} />
              ) : (
                <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>
              ),
            },
          ]}
        />
      </ContentLayout>
    </Page>
  );
}

function Details({ tenant }: { tenant: TenantRow }) {
  const t = useText();
  return (
    <Container header={<Header variant="h2">{t(text.settings)}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t(text.tenantId), value: <CopyText text={tenant.id} what={t(text.tenantId)} /> },
          { label: t(text.tenantName), value: tenant.name || t(common.none) },
          { label: t(text.status), value: <DistributionStatus row={{ ...tenant, listed: true }} /> },
          {
            label: t(text.distributionId),
            value: (
              <RouteLink to={targetPath({ kind: "distribution", id: tenant.distribution })}>
                {tenant.distribution}
              </RouteLink>
            ),
          },
          {
            label: t(text.domains),
            value: tenant.domains.length
              ? tenant.domains.map((domain) => <div key={domain}>{domain}</div>)
              : t(common.none),
          },
        ]}
      />
    </Container>
  );
}
