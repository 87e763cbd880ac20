import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { CopyButton } from "../../common/CopyText";
import { useText } from "../../common/text";
import { alternatives as text } from "../../messages/alternatives";

/** How many lines of it are in sight. */
const ROWS = 16;

/** What to ask the developers for, ready to be sent on. */
export function AskSection({ letter }: { letter: string }) {
  const t = useText();
  return (
    <Container
      header={
        <Header variant="h2" description={t(text.askText)}>
          {t(text.ask)}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FormField stretch={true}>
          <Textarea ariaLabel={t(text.ask)} value={letter} readOnly={true} rows={ROWS} spellcheck={false} />
        </FormField>
        <CopyButton text={letter} label={t(text.copyAsk)} />
      </SpaceBetween>
    </Container>
  );
}
