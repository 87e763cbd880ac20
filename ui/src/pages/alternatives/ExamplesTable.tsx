import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useIntl } from "react-intl";
import { TableState } from "../../common/TableState";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { useDuration } from "../../common/useDuration";
import type { Alternative, Alternatives } from "../../ipc/client";
import { alternatives as text } from "../../messages/alternatives";
import { common } from "../../messages/common";
import { takes } from "./takes";

/** What was cleared again and again, and what could stand in place of that. */
export function ExamplesTable({ examples, areOwn, behaviors }: Alternatives) {
  const t = useText();
  const intl = useIntl();
  const duration = useDuration();
  const list = (words: readonly string[]) => intl.formatList(words);
  const title = t(areOwn ? text.own : text.madeUp);
  return (
    <Table<Alternative>
      header={
        <Header
          variant="h2"
          counter={areOwn ? t(common.counter, { count: examples.length }) : undefined}
          description={t(areOwn ? text.ownText : text.madeUpText)}
        >
          {title}
        </Header>
      }
      items={examples}
      trackBy="path"
      wrapLines={true}
      cellVerticalAlign="top"
      ariaLabels={{ tableLabel: title }}
      columnDefinitions={[
        {
          id: "path",
          header: t(text.path),
          isRowHeader: true,
          minWidth: 150,
          cell: ({ path }) => <Path path={path} />,
        },
        { id: "cleared", header: t(text.cleared), minWidth: 115, cell: (example) => <ClearedCell example={example} /> },
        {
          id: "name",
          header: t(text.versionedName),
          minWidth: 175,
          cell: ({ versionedName }) => <Path path={versionedName} />,
        },
        {
          id: "query",
          header: t(text.versionedQuery),
          minWidth: 175,
          cell: ({ versionedQuery }) => <Path path={versionedQuery} />,
        },
        {
          id: "takes",
          header: t(text.takes),
          minWidth: 215,
          cell: (example) =>
            takes({ t, list, duration }, example, behaviors).map((sentence) => <div key={sentence}>{sentence}</div>),
        },
      ]}
      empty={<TableState title={t(text.noExamples)} text={t(text.noExamplesText)} />}
    />
  );
}

function Path({ path }: { path: string }) {
  return <code className="alternatives-path">{path}</code>;
}

function ClearedCell({ example: { times, last } }: { example: Alternative }) {
  const t = useText();
  if (times === 0) return t(text.example);
  return (
    <>
      <div>{t(text.times, { times })}</div>
      {last !== null && (
        <div>
          {t(text.last)} <Time at={last} />
        </div>
      )}
    </>
  );
}
