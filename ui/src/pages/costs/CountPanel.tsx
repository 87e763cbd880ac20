import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import type { Ref } from "react";
import { useText } from "../../common/text";
import type { Counting } from "../../ipc/client";
import { counting as text } from "../../messages/counting";

type Props = { counting: Counting; isStopping: boolean; onStop: () => void; ref: Ref<ButtonProps.Ref> };

/** How far counting the month is, in sentences, and its end at the person's word. */
export function CountPanel({ counting, isStopping, onStop, ref }: Props) {
  const t = useText();
  const { targets, targetsDone, read, toRead, isSlow } = counting;
  const found = read + toRead;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(text.stays)}
          actions={
            <Button ref={ref} loading={isStopping} onClick={onStop}>
              {t(text.stop)}
            </Button>
          }
        >
          {t(text.running)}
        </Header>
      }
    >
      <ProgressBar
        ariaLabel={t(text.running)}
        value={targets === null ? 0 : done(targetsDone + read, targets + found)}
        description={
          targets === null ? (
            t(text.listing)
          ) : (
            <>
              <div>{t(text.listed, { done: targetsDone, targets })}</div>
              <div>{t(text.read, { read, found })}</div>
            </>
          )
        }
        additionalInfo={isSlow && t(text.slow)}
      />
    </Container>
  );
}

/** In whole hundredths, and never all of them before it is. */
function done(part: number, all: number): number {
  return all === 0 ? 0 : Math.floor((100 * part) / all);
}
