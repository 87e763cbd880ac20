import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import { alternatives as text } from "../../messages/alternatives";

const REASONS = [text.whyFree, text.whyAtOnce, text.whyBack, text.whyWay] as const;

/** Why a new name does better than an invalidation. */
export function Why() {
  const t = useText();
  return (
    <Container header={<Header variant="h2">{t(text.why)}</Header>}>
      <SpaceBetween size="s">
        <div>{t(text.whyText)}</div>
        <ul>
          {REASONS.map((reason) => (
            <li key={reason.id}>{t(reason)}</li>
          ))}
        </ul>
        <Box color="text-body-secondary">{t(text.source)}</Box>
      </SpaceBetween>
    </Container>
  );
}
