import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import { useRouteError } from "react-router";
import { useText } from "../common/text";
import { Page } from "../features/frame/Page";
import { shell } from "../messages/shell";

/** What stands in place of a page that failed; the rest of the window goes on. */
export function Broken() {
  const t = useText();
  const thrown = useRouteError();
  return (
    <Alert
      type="error"
      header={t(shell.brokenTitle)}
      action={<Button onClick={() => window.location.reload()}>{t(shell.openAgain)}</Button>}
    >
      {t(shell.brokenText)}
      <Box variant="code" display="block">
        {thrown instanceof Error ? thrown.message : String(thrown)}
      </Box>
    </Alert>
  );
}

/** An address that leads nowhere. */
export function Nowhere() {
  const t = useText();
  const title = t(shell.nowhereTitle);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: t(shell.nowhereText) }}>
      <Header variant="h1" description={t(shell.nowhereText)}>
        {title}
      </Header>
    </Page>
  );
}
