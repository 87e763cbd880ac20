import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import type { UseQueryResult } from "@tanstack/react-query";
import type { MessageDescriptor } from "react-intl";
import { useIntl } from "react-intl";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { DistributionStatus } from "../../features/targets/DistributionStatus";
import type { BehaviorRow, DistributionConfiguration, DistributionRow, OpenedDistribution } from "../../ipc/client";
import { common } from "../../messages/common";
import { distribution as text } from "../../messages/distribution";
import { shell } from "../../messages/shell";
import { BudgetSection } from "./BudgetSection";

const QUERY_STRINGS: Record<BehaviorRow["queryStrings"], MessageDescriptor> = {
  none: text.queryNone,
  some: text.querySome,
  all: text.queryAll,
  unknown: text.queryUnknown,
};

/** What of a distribution matters for clearing its cache. */
export function DetailsTab({ query, id }: { query: UseQueryResult<OpenedDistribution>; id: string }) {
  const t = useText();
  if (query.error) return <FailureAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>;
  const { row, configuration, configurationError } = query.data;
  return (
    <SpaceBetween size="l">
      {configurationError && (
        <FailureAlert
          error={configurationError}
          type="warning"
          title={t(text.unreadable)}
          onRetry={() => void query.refetch()}
        />
      )}
      <Settings row={row} configuration={configuration} id={id} />
      <BudgetSection id={id} />
      {configuration && <Behaviors behaviors={configuration.behaviors} />}
    </SpaceBetween>
  );
}

function Behaviors({ behaviors }: { behaviors: BehaviorRow[] }) {
  const t = useText();
  return (
    <Table<BehaviorRow>
      header={
        <Header variant="h2" description={t(text.behaviorsText)}>
          {t(text.behaviors)}
        </Header>
      }
      items={behaviors}
      ariaLabels={{ tableLabel: t(text.behaviors) }}
      columnDefinitions={[
        {
          id: "path",
          header: t(text.pathPattern),
          isRowHeader: true,
          cell: ({ pathPattern }) => <code>{pathPattern}</code>,
        },
        { id: "query", header: t(text.queryStrings), cell: ({ queryStrings }) => t(QUERY_STRINGS[queryStrings]) },
      ]}
      empty={t(text.queryUnknown)}
    />
  );
}

type SettingsProps = { row: DistributionRow; configuration: DistributionConfiguration | null; id: string };

function Settings({ row, configuration, id }: SettingsProps) {
  const t = useText();
  const intl = useIntl();
  const none = t(common.none);
  const lines = (values: readonly string[]) =>
    values.length === 0 ? none : values.map((value) => <div key={value}>{value}</div>);
  return (
    <Container header={<Header variant="h2">{t(text.settings)}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t(text.distributionId), value: <CopyText text={id} what={t(text.distributionId)} /> },
          {
            label: t(text.domainName),
            value: row.domainName ? <CopyText text={row.domainName} what={t(text.domainName)} /> : none,
          },
          { label: t(text.status), value: <DistributionStatus row={row} /> },
          { label: t(text.aliases), value: lines(row.aliases) },
          { label: t(text.description), value: row.description || none },
          ...(configuration
            ? [
                { label: t(text.inProgress), value: intl.formatNumber(configuration.inProgress) },
                { label: t(text.defaultRootObject), value: configuration.defaultRootObject || none },
                { label: t(text.cacheTagHeader), value: configuration.cacheTagHeader || t(text.noCacheTags) },
                { label: t(text.priceClass), value: configuration.priceClass || none },
                { label: t(text.origins), value: lines(configuration.origins) },
              ]
            : []),
        ]}
      />
    </Container>
  );
}
