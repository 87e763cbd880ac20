import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { money } from "../../common/money";
import { Time, useTimeText } from "../../common/Time";
import { useText } from "../../common/text";
import type { MonthRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";
import { Origins } from "./Origins";
import { useUtcDates } from "./utcDates";

/** The month's meter: how many items, how many of the free ones that uses, what it costs, and who used them. */
export function Meter({ month }: { month: MonthRow }) {
  const t = useText();
  const dates = useUtcDates();
  const timeText = useTimeText();
  const perItem = money(month.currency, month.perItem);
  const count = (value: number) => t(common.count, { count: value });
  const { waiting, countedAt } = month;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(text.bounds, { begins: timeText(month.begins), ends: timeText(month.ends) })}
        >
          {t(text.inUtc, { month: dates.month(month.month) })}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={4}
          minColumnWidth={170}
          items={[
            {
              label: t(text.itemsSoFar),
              value: (
                <Figure figure={count(month.items)}>{t(text.itemsText, { invalidations: month.invalidations })}</Figure>
              ),
            },
            {
              label: t(text.costSoFar),
              value: (
                <Figure figure={money(month.currency, month.cost)}>
                  {t(text.costText, { perItem, free: month.freeItemsAMonth })}
                </Figure>
              ),
            },
            {
              label: t(text.waiting),
              value: <Figure figure={count(waiting)}>{waiting > 0 && t(text.waitingText)}</Figure>,
            },
            { label: t(text.countedAt), value: countedAt ? <Time at={countedAt} /> : t(text.never) },
          ]}
        />
        <FreeItems month={month} />
        <Origins origins={month.origins} />
      </SpaceBetween>
    </Container>
  );
}

function Figure({ figure, children }: { figure: string; children: ReactNode }) {
  return (
    <SpaceBetween size="xxs">
      <Box fontSize="heading-xl">{figure}</Box>
      {children && (
        <Box variant="small" color="text-body-secondary">
          {children}
        </Box>
      )}
    </SpaceBetween>
  );
}

/** How much of what is free this month is used; full, however far beyond that the month is. */
function FreeItems({ month }: { month: MonthRow }) {
  const t = useText();
  const { freeItemsAMonth: free, freeLeft: left } = month;
  const used = free - left;
  return (
    <ProgressBar
      label={t(text.freeItems)}
      description={t(text.freeUsed, { used, free, left })}
      // In whole hundredths, and never all of them while a free one is left.
      value={left <= 0 ? 100 : Math.floor((100 * used) / free)}
      additionalInfo={left <= 0 && t(text.freeGone, { perItem: money(month.currency, month.perItem) })}
    />
  );
}
