import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { LongText } from "../../common/LongText";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import type { BatchCost } from "../../ipc/client";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";
import { byNumber, byText } from "./order";
import { ORIGINS } from "./origin";
import { SortedTable } from "./SortedTable";

/** What was invalidated by each batch, or under each name. */
export function BatchesSection({ batches }: { batches: readonly BatchCost[] }) {
  const t = useText();
  const title = t(text.byBatch);
  return (
    <Container
      header={
        <Header variant="h2" description={t(text.byBatchText)}>
          {title}
        </Header>
      }
    >
      <SortedTable
        label={title}
        rows={batches}
        rowKey={({ origin, name }) => `${origin}/${name}`}
        sorted={{ column: "items", isDescending: true }}
        columns={[
          {
            id: "name",
            header: t(text.name),
            minWidth: 160,
            cell: ({ name }) => <LongText text={name || t(text.unnamed)} />,
            compare: byText(({ name }) => name),
          },
          {
            id: "origin",
            header: t(text.madeBy),
            cell: ({ origin }) => t(ORIGINS[origin]),
            compare: byText(({ origin }) => t(ORIGINS[origin])),
          },
          {
            id: "items",
            header: t(text.items),
            cell: ({ items }) => t(common.count, { count: items }),
            compare: byNumber(({ items }) => items),
          },
          {
            id: "invalidations",
            header: t(text.invalidations),
            cell: ({ invalidations }) => t(common.count, { count: invalidations }),
            compare: byNumber(({ invalidations }) => invalidations),
          },
          {
            id: "last",
            header: t(text.last),
            minWidth: 130,
            cell: ({ last }) => <Time at={last} />,
            compare: byText(({ last }) => last),
          },
        ]}
      />
    </Container>
  );
}
