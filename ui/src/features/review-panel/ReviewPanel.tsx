import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { isZero, money } from "../../common/money";
import { useText } from "../../common/text";
import type { CheckReport } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";

/** What is about to be sent and what it will cost; `children` is what is still to be entered, and the buttons. */
export function ReviewPanel({ report, children }: { report: CheckReport | null; children: ReactNode }) {
  const t = useText();
  const intl = useIntl();
  const number = (value: number) => <Box fontSize="heading-l">{intl.formatNumber(value)}</Box>;
  return (
    <Container header={<Header variant="h2">{t(text.review)}</Header>}>
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={3}
          minColumnWidth={80}
          items={[
            { label: t(text.items), value: number(report?.items ?? 0) },
            { label: t(text.wildcards), value: number(report?.wildcards ?? 0) },
            { label: t(text.tags), value: number(report?.tags ?? 0) },
          ]}
        />
        <Price report={report} />
        {children}
      </SpaceBetween>
    </Container>
  );
}

/** The price of this batch alone: a range, because the month so far decides how much of it is free. */
function Price({ report }: { report: CheckReport | null }) {
  const t = useText();
  const nothing = !report || report.items === 0;
  return (
    <div>
      <Box variant="awsui-key-label">{t(text.price)}</Box>
      {nothing ? <Box color="text-body-secondary">{t(text.priceNothing)}</Box> : <Range {...report.cost} />}
    </div>
  );
}

function Range({ currency, least, most, perItem, freeItemsAMonth }: CheckReport["cost"]) {
  const t = useText();
  const amounts = { least: money(currency, least), most: money(currency, most), free: freeItemsAMonth };
  return (
    <SpaceBetween size="xxs">
      <Box fontSize="heading-l">{t(text.priceFree, amounts)}</Box>
      <div>{t(isZero(least) ? text.priceFreeText : text.priceBeyondText, amounts)}</div>
      <Box variant="small" color="text-body-secondary">
        {t(text.priceEach, { perItem: money(currency, perItem) })}
      </Box>
    </SpaceBetween>
  );
}
