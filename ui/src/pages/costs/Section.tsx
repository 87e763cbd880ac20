import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import type { ReactNode } from "react";
import { useText } from "../../common/text";
import { useStored } from "../../common/useStored";
import { costs as text } from "../../messages/costs";

const VIEWS = ["chart", "table"] as const;

type Props = {
  /** What this computer remembers the chosen view by. */
  id: string;
  title: string;
  description?: string;
  chart: ReactNode;
  table: ReactNode;
};

/** The same figures as a chart or as a table. */
export function Section({ id, title, description, chart, table }: Props) {
  const t = useText();
  const [view, setView] = useStored<(typeof VIEWS)[number]>(`costs.${id}`, "chart", VIEWS);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={description}
          actions={
            <SegmentedControl
              label={t(text.view, { what: title })}
              selectedId={view}
              options={[
                { id: "chart", text: t(text.chart) },
                { id: "table", text: t(text.table) },
              ]}
              onChange={({ detail }) => setView(detail.selectedId === "table" ? "table" : "chart")}
            />
          }
        >
          {title}
        </Header>
      }
    >
      {view === "chart" ? chart : table}
    </Container>
  );
}
