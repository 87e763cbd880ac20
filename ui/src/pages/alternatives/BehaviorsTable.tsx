import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useIntl } from "react-intl";
import { TableState } from "../../common/TableState";
import { type Text, useText } from "../../common/text";
import { useDuration } from "../../common/useDuration";
import type { BehaviorTerms, CacheKeyQuery } from "../../ipc/client";
import { alternatives as text } from "../../messages/alternatives";
import { common } from "../../messages/common";

/** The pattern of the behavior that takes what no other does. */
const DEFAULT = "*";

/** The behaviors as far as they decide what a version in a name or a query would take. */
export function BehaviorsTable({ behaviors }: { behaviors: readonly BehaviorTerms[] }) {
  const t = useText();
  const intl = useIntl();
  const duration = useDuration();
  const ttl = (seconds: number | null) => (seconds === null ? t(text.notKnown) : duration(seconds));
  return (
    <Table<BehaviorTerms>
      header={
        <Header variant="h2" description={t(text.behaviorsText)}>
          {t(text.behaviors)}
        </Header>
      }
      items={behaviors}
      trackBy="pathPattern"
      wrapLines={true}
      ariaLabels={{ tableLabel: t(text.behaviors) }}
      columnDefinitions={[
        {
          id: "pattern",
          header: t(text.pathPattern),
          isRowHeader: true,
          minWidth: 130,
          cell: ({ pathPattern }) => (
            <>
              <code className="alternatives-path">{pathPattern}</code>
              {pathPattern === DEFAULT && <> {t(text.isDefault)}</>}
            </>
          ),
        },
        {
          id: "policy",
          header: t(text.cachePolicy),
          minWidth: 140,
          cell: ({ cachePolicy }) => cachePolicy ?? t(common.none),
        },
        {
          id: "query",
          header: t(text.queryStrings),
          minWidth: 150,
          cell: ({ queryStrings }) => queryText(t, (words) => intl.formatList(words), queryStrings),
        },
        { id: "min", header: t(text.minTtl), cell: ({ minTtl }) => ttl(minTtl) },
        { id: "default", header: t(text.defaultTtl), cell: ({ defaultTtl }) => ttl(defaultTtl) },
        { id: "max", header: t(text.maxTtl), cell: ({ maxTtl }) => ttl(maxTtl) },
      ]}
      empty={<TableState title={t(text.noBehaviors)} text={t(text.noBehaviorsText)} />}
    />
  );
}

function queryText(t: Text, list: (words: readonly string[]) => string, key: CacheKeyQuery): string {
  switch (key.kind) {
    case "none":
      return t(text.queryNone);
    case "all":
      return t(text.queryAll);
    case "unknown":
      return t(text.notKnown);
    case "some":
      return t(text.querySome, { names: list(key.names) });
    case "allExcept":
      return t(text.queryAllExcept, { names: list(key.names) });
  }
}
