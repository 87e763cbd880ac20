import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { type BatchDetails, type BatchVersion, housekeeper } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import { Comparison } from "./Comparison";

type Props = {
  id: number;
  /** The batch as it is saved now. */
  current: BatchDetails;
  onRestored: () => void;
};

/** What a batch was before, what has changed since, and the way back to it. */
export function Versions({ id, current, onRestored }: Props) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const query = useQuery({ queryKey: keys.batchVersions(id), queryFn: () => housekeeper.batchVersions(id) });
  const restore = useMutation({
    mutationFn: (number: number) => housekeeper.restoreBatchVersion(id, number),
    onSuccess: (details) => {
      client.setQueryData(keys.batch(id), details);
      flash({ type: "success", content: t(text.wentBack, { name: details.row.name }) });
      onRestored();
      return client.invalidateQueries({ queryKey: keys.batches });
    },
    onError: (thrown) => failed(thrown),
  });
  const [compared, setCompared] = useState<BatchVersion | null>(null);
  if (query.error) return <FailureAlert error={query.error} type="warning" onRetry={() => void query.refetch()} />;
  return (
    <>
      <Table<BatchVersion>
        items={query.data ?? []}
        trackBy={({ number }) => String(number)}
        loading={query.isLoading}
        loadingText={t(shell.loading)}
        wrapLines={true}
        ariaLabels={{ tableLabel: t(text.versions) }}
        header={<Header variant="h2">{t(text.versions)}</Header>}
        empty={t(text.noVersions)}
        columnDefinitions={[
          { id: "at", header: t(text.versionTime), isRowHeader: true, cell: ({ at }) => <Time at={at} /> },
          { id: "name", header: t(text.name), cell: ({ name }) => name },
          {
            id: "items",
            header: t(text.items),
            cell: (version) => <span title={version.text}>{t(common.count, { count: version.items })}</span>,
          },
          {
            id: "compare",
            header: t(text.compare),
            cell: (version) => (
              <Button variant="inline-link" onClick={() => setCompared(version)}>
                {t(text.compare)}
              </Button>
            ),
          },
          {
            id: "restore",
            header: t(text.goBack),
            cell: ({ number }) => (
              <Button
                variant="inline-link"
                loading={restore.isPending && restore.variables === number}
                onClick={() => restore.mutate(number)}
              >
                {t(text.goBack)}
              </Button>
            ),
          },
        ]}
      />
      {compared && <Comparison version={compared} current={current} onClose={() => setCompared(null)} />}
    </>
  );
}
