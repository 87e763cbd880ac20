import Badge from "@cloudscape-design/components/badge";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { money } from "../../common/money";
import { type Text, useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { housekeeper, type TariffRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { prices as text } from "../../messages/prices";
import { PriceModal } from "./PriceModal";

/** What people call a partition. */
export function partitionName(t: Text, partition: string): string {
  if (partition === "aws") return t(text.aws);
  return partition === "aws-cn" ? t(text.china) : partition;
}

/** The prices that costs are reckoned with, where they are from, and the way to have others. */
export function PricesSection() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const query = useQuery({ queryKey: keys.tariffs, queryFn: () => housekeeper.tariffs() });
  const [edited, setEdited] = useState<TariffRow | null>(null);
  const edits = useRef(new Map<string, ButtonProps.Ref | null>());
  const restore = useMutation({
    mutationFn: ({ partition }: TariffRow) => housekeeper.saveTariff(partition, null),
    onSuccess: async (_, { partition }) => {
      await client.invalidateQueries({ queryKey: keys.costs });
      // The button that was pressed has gone: the keyboard stays in its row.
      edits.current.get(partition)?.focus();
      flash({ type: "success", content: t(text.restored, { where: partitionName(t, partition) }) });
    },
    onError: (thrown) => failed(thrown),
  });
  if (query.error) return <FailureAlert error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Table<TariffRow>
        items={query.data ?? []}
        trackBy="partition"
        loading={query.isLoading}
        loadingText={t(text.loading)}
        wrapLines={true}
        ariaLabels={{ tableLabel: t(text.title) }}
        header={
          <Header variant="h2" description={t(text.description)}>
            {t(text.title)}
          </Header>
        }
        empty={t(text.none)}
        columnDefinitions={[
          {
            id: "where",
            header: t(text.partition),
            isRowHeader: true,
            cell: ({ partition, isOwn }) => (
              <>
                {partitionName(t, partition)} {isOwn && <Badge>{t(text.own)}</Badge>}
              </>
            ),
          },
          { id: "perItem", header: t(text.perItem), cell: ({ currency, perItem }) => money(currency, perItem) },
          { id: "free", header: t(text.free), cell: (row) => t(common.count, { count: row.freeItemsAMonth }) },
          { id: "source", header: t(text.source), minWidth: 160, cell: ({ source }) => source },
          // A day as it is written down, which no time zone may shift.
          { id: "asOf", header: t(text.asOf), minWidth: 110, cell: ({ asOf }) => asOf },
          {
            id: "actions",
            header: t(text.actions),
            minWidth: 150,
            cell: (row) => (
              <SpaceBetween size="xxs">
                <Button
                  ref={(button) => {
                    edits.current.set(row.partition, button);
                  }}
                  variant="inline-link"
                  ariaLabel={t(text.editOf, { where: partitionName(t, row.partition) })}
                  onClick={() => setEdited(row)}
                >
                  {t(text.edit)}
                </Button>
                {row.isOwn && (
                  <Button
                    variant="inline-link"
                    ariaLabel={t(text.useBuiltInOf, { where: partitionName(t, row.partition) })}
                    loading={restore.isPending && restore.variables.partition === row.partition}
                    onClick={() => restore.mutate(row)}
                  >
                    {t(text.useBuiltIn)}
                  </Button>
                )}
              </SpaceBetween>
            ),
          },
        ]}
      />
      {edited && <PriceModal row={edited} where={partitionName(t, edited.partition)} onClose={() => setEdited(null)} />}
    </>
  );
}
