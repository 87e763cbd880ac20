import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { HostName } from "../../common/HostName";
import { FIRST_PAGE, learn } from "../../common/markers";
import { PAGE_SIZES, PageSize } from "../../common/PageSize";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import { useStored } from "../../common/useStored";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { RouteLink } from "../../features/frame/RouteLink";
import { keys } from "../../features/queries/keys";
import { useShortcut } from "../../features/shortcuts/useShortcut";
import { keysOf, WithKeys } from "../../features/shortcuts/WithKeys";
import { DistributionStatus } from "../../features/targets/DistributionStatus";
import { targetPath } from "../../features/targets/paths";
import { housekeeper, type TenantRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { distribution as text } from "../../messages/distribution";

/** The sites that use a multi-tenant distribution. */
export function TenantsTab({ connection, distribution }: { connection: string; distribution: string }) {
  const t = useText();
  const [pageSize, setPageSize] = useStored("tenants.pageSize", PAGE_SIZES[0], PAGE_SIZES);
  const [{ index, markers }, setPlace] = useState({ index: 0, markers: FIRST_PAGE });
  const marker = markers[index] ?? null;
  const query = useQuery({
    queryKey: [...keys.tenants(connection, distribution), pageSize, marker],
    queryFn: () => housekeeper.tenants(connection, distribution, marker, pageSize),
    placeholderData: keepPreviousData,
  });
  const next = query.isPlaceholderData ? undefined : query.data?.next;
  useEffect(() => {
    if (next !== undefined) setPlace((place) => ({ ...place, markers: learn(place.markers, place.index, next) }));
  }, [next]);

  const refresh = () => void query.refetch();
  useShortcut("refresh", refresh);

  return (
    <SpaceBetween size="m">
      {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
      <Table<TenantRow>
        header={
          <Header
            variant="h2"
            actions={
              <WithKeys of="refresh">
                <Button
                  iconName="refresh"
                  ariaLabel={t(common.refresh)}
                  nativeButtonAttributes={keysOf("refresh")}
                  loading={query.isFetching && !query.isLoading}
                  onClick={refresh}
                />
              </WithKeys>
            }
          >
            {t(text.tenants)}
          </Header>
        }
        wrapLines={true}
        items={query.data?.rows ?? []}
        trackBy="id"
        loading={query.isLoading || query.isPlaceholderData}
        loadingText={t(text.tenantsLoading)}
        ariaLabels={{ tableLabel: t(text.tenants) }}
        columnDefinitions={[
          {
            id: "name",
            header: t(text.tenantName),
            isRowHeader: true,
            cell: ({ id, name }) => <RouteLink to={targetPath({ kind: "tenant", id })}>{name || id}</RouteLink>,
          },
          { id: "id", header: t(text.tenantId), cell: ({ id }) => id },
          { id: "domains", header: t(text.domains), cell: ({ domains }) => <Domains names={domains} /> },
          {
            id: "status",
            header: t(text.status),
            cell: (row) => <DistributionStatus row={{ ...row, listed: true }} />,
          },
        ]}
        empty={<TableState title={t(text.tenantsEmpty)} text={t(text.tenantsEmptyText)} />}
        pagination={
          <Pagination
            currentPageIndex={index + 1}
            pagesCount={markers.length}
            openEnd={index + 1 < markers.length}
            onChange={({ detail }) =>
              setPlace({ markers, index: Math.min(detail.currentPageIndex, markers.length) - 1 })
            }
            ariaLabels={{
              nextPageLabel: t(common.nextPage),
              previousPageLabel: t(common.previousPage),
              pageLabel: (page) => t(common.pageNumber, { page }),
            }}
          />
        }
        preferences={
          <PageSize
            value={pageSize}
            onChange={(size) => {
              setPageSize(size);
              setPlace({ index: 0, markers: FIRST_PAGE });
            }}
          />
        }
      />
    </SpaceBetween>
  );
}

function Domains({ names }: { names: readonly string[] }) {
  const t = useText();
  if (names.length === 0) return t(common.none);
  return names.map((name) => (
    <div key={name}>
      <HostName name={name} />
    </div>
  ));
}
