import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CodeBox } from "../../common/CodeBox";
import { useTimeText } from "../../common/Time";
import { useText } from "../../common/text";
import type { ConnectionRow, PermissionsPage, PermissionWish } from "../../ipc/client";
import { permissions as text } from "../../messages/permissions";
import { ActionsTable } from "./ActionsTable";
import { MessageSection } from "./MessageSection";
import { lacksAccount, messageFor } from "./message";

type Props = {
  connection: ConnectionRow;
  wish: PermissionWish;
  page: PermissionsPage;
  names: ReadonlyMap<string, string>;
};

/** The policy for a wish, what it allows, and the message that asks for it. */
export function Outcome({ connection, wish, page, names }: Props) {
  const t = useText();
  const timeText = useTimeText();
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={t(text.policyText)}>
            {t(text.policy)}
          </Header>
        }
      >
        <SpaceBetween size="s">
          {lacksAccount(page) && <Box color="text-body-secondary">{t(text.accountId)}</Box>}
          <CodeBox code={page.policy} label={t(text.policy)} copy={t(text.copyPolicy)} />
        </SpaceBetween>
      </Container>
      <ActionsTable actions={page.actions} />
      <MessageSection message={messageFor(t, { connection, wish, page, names, timeText })} />
    </SpaceBetween>
  );
}
