import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { Time } from "../../common/Time";
import { type Text, useText } from "../../common/text";
import { useNewBatch } from "../../features/batches/saveAsBatch";
import { RouteLink } from "../../features/frame/RouteLink";
import { PathList } from "../../features/invalidations/PathsCell";
import { targetKey, targetPath } from "../../features/targets/paths";
import type { Suggestion } from "../../ipc/client";
import { batches } from "../../messages/batches";
import { common } from "../../messages/common";
import { suggestions as text } from "../../messages/suggestions";
import { useDismissal, useSuggestions } from "./useSuggestions";

/** How many of its paths stand in a row. */
const PATHS_SHOWN = 3;

const nameOf = ({ target, targetName }: Suggestion) => targetName ?? target.id;
const keyOf = ({ connection, target, text: lines }: Suggestion) => `${connection}/${targetKey(target)}/${lines}`;

/**
 * What could be saved as a batch; nothing where nothing could. It stands closed where the page is there for batches
 * that exist, and open where it is `areAll` that the page has.
 */
export function Suggestions({ areAll }: { areAll: boolean }) {
  const t = useText();
  const found = useSuggestions();
  const begin = useNewBatch();
  const dismissal = useDismissal();
  if (found.length === 0) return null;

  const save = (suggestion: Suggestion) => {
    const { connection, target, targetName } = suggestion;
    // Its lines are those of a batch's editor already.
    begin({ text: suggestion.text, name: "", targets: [{ connection, connectionName: null, target, targetName }] });
  };
  return (
    <ExpandableSection
      variant="container"
      headingTagOverride="h2"
      headerText={t(text.title)}
      headerCounter={t(common.counter, { count: found.length })}
      headerDescription={t(text.description)}
      defaultExpanded={areAll}
    >
      <Table<Suggestion>
        variant="borderless"
        wrapLines={true}
        items={found}
        trackBy={keyOf}
        ariaLabels={{ tableLabel: t(text.title) }}
        columnDefinitions={[
          ...columns(t),
          {
            id: "actions",
            header: t(text.actions),
            cell: (suggestion) => {
              const named = { first: suggestion.paths[0], target: nameOf(suggestion) };
              const isLeaving = dismissal.isPending && dismissal.variables === suggestion;
              return (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button ariaLabel={t(text.saveOf, named)} onClick={() => save(suggestion)}>
                    {t(batches.saveAsBatch)}
                  </Button>
                  <Button
                    variant="link"
                    ariaLabel={t(text.dismissOf, named)}
                    loading={isLeaving}
                    onClick={() => dismissal.mutate(suggestion)}
                  >
                    {t(text.dismiss)}
                  </Button>
                </SpaceBetween>
              );
            },
          },
        ]}
      />
    </ExpandableSection>
  );
}

function columns(t: Text): TableProps.ColumnDefinition<Suggestion>[] {
  return [
    {
      id: "target",
      header: t(text.target),
      isRowHeader: true,
      cell: (suggestion) => <RouteLink to={targetPath(suggestion.target)}>{nameOf(suggestion)}</RouteLink>,
    },
    {
      id: "paths",
      header: t(text.paths),
      cell: ({ paths, items }) => <PathList first={paths.slice(0, PATHS_SHOWN)} count={items} />,
    },
    { id: "times", header: t(text.times), cell: ({ times }) => t(common.count, { count: times }) },
    { id: "last", header: t(text.last), cell: ({ last }) => <Time at={last} /> },
  ];
}
