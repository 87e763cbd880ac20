import Box from "@cloudscape-design/components/box";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { money } from "../../common/money";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import type { RunCost } from "../../ipc/client";
import { review as text } from "../../messages/review";
import { BudgetAlerts } from "../budget/BudgetAlerts";
import { useConnections } from "../connection/context";
import { RouteLink } from "../frame/RouteLink";
import { CountingLine } from "../month/CountingLine";
import { COSTS } from "../month/paths";
import { WhoUsed } from "../month/WhoUsed";

/** What a run costs in each account that it goes to, with the month around it; one account needs no name. */
export function RunCosts({ costs }: { costs: readonly RunCost[] }) {
  const t = useText();
  const { all } = useConnections();
  const nameOf = (id: string) => all.find((connection) => connection.id === id)?.name ?? id;
  return (
    <SpaceBetween size="l">
      {costs.map((cost) => (
        <SpaceBetween key={cost.connection} size="s">
          {costs.length > 1 && <Box variant="h3">{t(text.costOf, { name: nameOf(cost.connection) })}</Box>}
          <Cost cost={cost} />
        </SpaceBetween>
      ))}
      <RouteLink to={COSTS}>{t(text.toCosts)}</RouteLink>
    </SpaceBetween>
  );
}

function Cost({ cost }: { cost: RunCost }) {
  const t = useText();
  const { isComplete, freeLeft, afterItems, countedAt } = cost;
  const large = (value: string) => <Box fontSize="heading-l">{value}</Box>;
  const amount = (least: string, most: string) =>
    least === most
      ? money(cost.currency, most)
      : t(text.range, { least: money(cost.currency, least), most: money(cost.currency, most) });
  return (
    <SpaceBetween size="s">
      <BudgetAlerts budgets={cost.budgets} />
      <KeyValuePairs
        columns={2}
        minColumnWidth={130}
        items={[
          { label: t(text.run), value: large(amount(cost.least, cost.most)) },
          {
            label: t(text.freeLeft),
            // What was not counted may have used some of them.
            value: large(t(isComplete || freeLeft === 0 ? text.exactly : text.atMost, { count: freeLeft })),
          },
          { label: t(text.itemsAfter), value: t(isComplete ? text.exactly : text.atLeast, { count: afterItems }) },
          { label: t(text.costAfter), value: amount(cost.afterLeast, cost.afterMost) },
        ]}
      />
      <Box variant="small" color="text-body-secondary">
        {countedAt ? (
          <>
            {t(text.counted)} <Time at={countedAt} />
          </>
        ) : (
          t(text.neverCounted)
        )}
      </Box>
      <CountingLine connection={cost.connection} />
      <Box variant="small" color="text-body-secondary">
        {cost.least !== cost.most && <>{t(text.whyRange)} </>}
        {t(text.estimate, { perItem: money(cost.currency, cost.perItem), free: cost.freeItemsAMonth })}
      </Box>
      <WhoUsed connection={cost.connection} />
    </SpaceBetween>
  );
}
