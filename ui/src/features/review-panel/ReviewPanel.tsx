import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../common/text";
import type { CheckReport } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { review } from "../../messages/review";
import { useConnectionInUse } from "../connection/context";
import { FailureAlert } from "../failure/FailureAlert";
import { CountingLine } from "../month/CountingLine";
import { useCountMonth } from "../month/useMonth";
import { RunCosts } from "./RunCosts";

/** What is about to be sent and what it will cost; `children` is what is still to be entered, and the buttons. */
export function ReviewPanel({ report, children }: { report: CheckReport | null; children: ReactNode }) {
  const t = useText();
  const intl = useIntl();
  const connection = useConnectionInUse().id;
  useCountMonth(connection);
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
        {report?.refused && <FailureAlert error={report.refused} />}
        {report && report.items > 0 ? (
          <RunCosts costs={[report.cost]} />
        ) : (
          <SpaceBetween size="xs">
            <Box color="text-body-secondary">{t(review.nothing)}</Box>
            <CountingLine connection={connection} />
          </SpaceBetween>
        )}
        {children}
      </SpaceBetween>
    </Container>
  );
}
