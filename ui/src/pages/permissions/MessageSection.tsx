import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { CopyButton } from "../../common/CopyText";
import { useText } from "../../common/text";
import { permissions as text } from "../../messages/permissions";

/** How many lines of it are in sight. */
const ROWS = 14;

/** A message to forward, as it stands. */
export function MessageSection({ message }: { message: string }) {
  const t = useText();
  return (
    <Container
      header={
        <Header variant="h2" description={t(text.messageText)}>
          {t(text.message)}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FormField stretch={true}>
          <Textarea ariaLabel={t(text.message)} value={message} readOnly={true} rows={ROWS} spellcheck={false} />
        </FormField>
        <CopyButton text={message} label={t(text.copyMessage)} />
      </SpaceBetween>
    </Container>
  );
}
