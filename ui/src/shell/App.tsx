import { I18nProvider } from "@cloudscape-design/components/i18n";
import cloudscapeMessages from "@cloudscape-design/components/i18n/messages/all.en";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useMemo } from "react";
import { IntlProvider } from "react-intl";
import { createHashRouter, RouterProvider } from "react-router";
import { ProductionProvider } from "../features/care/Production";
import { ConnectionsProvider } from "../features/connection/ConnectionInUse";
import { FlashProvider } from "../features/flash/Flash";
import { Lock } from "../features/lock/Lock";
import { useChanges } from "../features/queries/useChanges";
import { Shortcuts } from "../features/shortcuts/Shortcuts";
import { SignInProvider } from "../features/sign-in/SignIn";
import { catalogue } from "../messages";
import { PagesAsked } from "./PagesAsked";
import { routes } from "./routes";
import { StartupNotice } from "./StartupNotice";

/** The whole window. */
export function App({ client }: { client: QueryClient }) {
  // In the part after the #, which is the page's own under any protocol the window is loaded over.
  const router = useMemo(() => createHashRouter(routes), []);
  return (
    <IntlProvider {...catalogue}>
      <I18nProvider locale="en" messages={[cloudscapeMessages]}>
        <QueryClientProvider client={client}>
          <FlashProvider>
            <Lock />
            <Shortcuts />
            <ConnectionsProvider>
              <ProductionProvider>
                <SignInProvider>
                  <Live />
                  <StartupNotice />
                  <PagesAsked router={router} />
                  <RouterProvider router={router} />
                </SignInProvider>
              </ProductionProvider>
            </ConnectionsProvider>
          </FlashProvider>
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>
  );
}

function Live() {
  useChanges();
  return null;
}
