import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRef, useState } from "react";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import type { ConnectionRow } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { counting as countText } from "../../messages/counting";
import { CountPanel } from "./CountPanel";
import { ExportCosts } from "./ExportCosts";
import { MonthSelect } from "./MonthSelect";
import { ShownMonth } from "./ShownMonth";
import { StoppedAlert } from "./StoppedAlert";
import { useCosts, useCount } from "./useCosts";
import { useFocusOn } from "./useFocusOn";

const HELP: HelpWords = {
  purpose: [text.helpPurpose],
  steps: [text.helpMonth, text.helpBudgets],
  care: [text.helpLeast],
  words: [text.help, text.helpCount],
};

/** Costs: what the account of the connection in use invalidated in a month, and what that costs. */
export function CostsPage() {
  const t = useText();
  const connection = useConnectionInUse();
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <PageHelp {...HELP} /> }}>
      <AccountCosts key={connection.id} connection={connection} />
    </Page>
  );
}

function AccountCosts({ connection }: { connection: ConnectionRow }) {
  const t = useText();
  const title = t(text.title);
  const [month, setMonth] = useState<string | null>(null);
  // The month that it is goes on being watched while another is shown: it is the one that is counted.
  const now = useCosts(connection.id, null);
  const shown = useCosts(connection.id, month);
  const counting = now.data?.month.counting ?? null;
  const { count, stop } = useCount(connection.id, counting !== null);
  const stopped = count.error ? ({ kind: "failed", error: count.error } as const) : now.data?.month.stopped;

  const again = useRef<ButtonProps.Ref>(null);
  const stopButton = useRef<ButtonProps.Ref>(null);
  const pressed = useFocusOn(stopButton, again);
  const countAgain = (
    <Button
      ref={again}
      iconName="refresh"
      loading={count.isPending || counting !== null}
      onClick={() => {
        pressed();
        count.mutate(true);
      }}
    >
      {t(countText.again)}
    </Button>
  );
  // It stands where it is explained, or else atop the page.
  const isExplained = counting === null && Boolean(stopped);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          info={<InfoLink about={title} />}
          description={t(text.description, { name: connection.name })}
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="end">
              {now.data && <MonthSelect now={now.data} month={month} onMonth={setMonth} />}
              {!isExplained && countAgain}
              <ExportCosts connection={connection.id} month={shown.data?.month.month} />
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {counting && (
          <CountPanel
            ref={stopButton}
            counting={counting}
            isStopping={stop.isPending}
            onStop={() => {
              pressed();
              stop.mutate();
            }}
          />
        )}
        {stopped && isExplained && <StoppedAlert stopped={stopped} again={countAgain} />}
        <ShownMonth connection={connection.id} query={shown} isNow={month === null} onMonth={setMonth} />
      </SpaceBetween>
    </ContentLayout>
  );
}
