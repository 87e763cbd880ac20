import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect } from "react";
import { useRouteError } from "react-router";
import { useText } from "../common/text";
import { Page } from "../features/frame/Page";
import { notePageError } from "../features/support/pageErrors";
import { SaveDiagnostics } from "../features/support/SaveDiagnostics";
import { shell } from "../messages/shell";

/** What stands in place of a page that failed; the rest of the window goes on. */
export function Broken() {
  const t = useText();
  const thrown = useRouteError();
  useEffect(() => notePageError(thrown), [thrown]);
  return (
    <Alert
      type="error"
      header={t(shell.brokenTitle)}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <SaveDiagnostics />
          <Button onClick={() => window.location.reload()}>{t(shell.openAgain)}</Button>
        </SpaceBetween>
      }
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
