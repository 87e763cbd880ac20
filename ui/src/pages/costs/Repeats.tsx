import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useQuery } from "@tanstack/react-query";
import { LongText } from "../../common/LongText";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { RouteLink } from "../../features/frame/RouteLink";
import { keys } from "../../features/queries/keys";
import { alternativesPath, targetKey, targetPath } from "../../features/targets/paths";
import { housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";
import { SortedTable } from "./SortedTable";

/** What was cleared again and again in the last seven days, and the way to what would make that needless. */
export function Repeats({ connection }: { connection: string }) {
  const t = useText();
  const query = useQuery({
    queryKey: keys.weeklyRepeats(connection),
    queryFn: () => housekeeper.weeklyRepeats(connection),
  });
  if (query.error) return <FailureAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.repeats.length === 0) return null;
  const { repeats, paths, items } = query.data;
  const title = t(text.repeats);
  return (
    <Container
      header={
        <Header variant="h2" description={t(text.repeatsText, { paths, items })}>
          {title}
        </Header>
      }
    >
      <SortedTable
        label={title}
        rows={repeats}
        rowKey={({ target, path }) => `${targetKey(target)} ${path}`}
        columns={[
          { id: "path", header: t(text.path), minWidth: 200, cell: ({ path }) => <LongText text={path} /> },
          {
            id: "target",
            header: t(text.target),
            cell: ({ target, name }) => <RouteLink to={targetPath(target)}>{name ?? target.id}</RouteLink>,
          },
          { id: "times", header: t(text.times), cell: ({ times }) => t(common.count, { count: times }) },
          {
            id: "instead",
            header: t(text.instead),
            cell: ({ target, path }) => (
              <RouteLink to={alternativesPath(target)} ariaLabel={t(text.alternativesOf, { path })}>
                {t(text.alternatives)}
              </RouteLink>
            ),
          },
        ]}
      />
    </Container>
  );
}
