import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { TableState } from "../../common/TableState";
import { useText } from "../../common/text";
import type { Costs } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { BatchesSection } from "./BatchesSection";
import { DaysSection } from "./DaysSection";
import { Gaps } from "./Gaps";
import { Meter } from "./Meter";
import { PartialAlert } from "./PartialAlert";
import { TargetsSection } from "./TargetsSection";

type Props = { costs: Costs; connection: string; isNow: boolean };

/** All that is known of one month. */
export function MonthFigures({ costs, connection, isNow }: Props) {
  const t = useText();
  const { month, days, targets, batches } = costs;
  const isNothing = month.items === 0 && month.invalidations === 0;
  return (
    <SpaceBetween size="l">
      <PartialAlert month={month} />
      <Meter month={month} />
      {month.gaps.length > 0 && <Gaps gaps={month.gaps} connection={connection} />}
      {isNothing ? (
        <Container>
          <TableState title={t(text.nothing)} text={t(isNow ? text.nothingText : text.nothingPast)} />
        </Container>
      ) : (
        <SpaceBetween size="l">
          {days.length > 0 && <DaysSection days={days} currency={month.currency} free={month.freeItemsAMonth} />}
          {targets.length > 0 && <TargetsSection targets={targets} />}
          {batches.length > 0 && <BatchesSection batches={batches} />}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
