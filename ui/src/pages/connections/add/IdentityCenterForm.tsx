import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../../common/text";
import { keys } from "../../../features/queries/keys";
import { PortalSignIn } from "../../../features/sign-in/PortalSignIn";
import type { KeepWhere, NewPortal } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { AccountStep } from "./AccountStep";
import { EMPTY, type Entered } from "./entered";
import { PortalStep } from "./PortalStep";

type Step = { at: "portal" } | { at: "signIn"; portal: NewPortal } | { at: "account"; keep: KeepWhere };

/** Adds a connection through a portal: which portal, signing in there, and then the account and the role. */
export function IdentityCenterForm() {
  const t = useText();
  const client = useQueryClient();
  const [entered, setEntered] = useState<Entered>(EMPTY);
  const [step, setStep] = useState<Step>({ at: "portal" });
  const change = (part: Partial<Entered>) => setEntered((old) => ({ ...old, ...part }));
  const toPortal = () => setStep({ at: "portal" });

  function toAccount(keep: KeepWhere) {
    // Whether one is signed in is shown beside each portal; and another person's accounts are not to be seen.
    void client.invalidateQueries({ queryKey: keys.portals });
    change({ account: "", portalRole: "" });
    setStep({ at: "account", keep });
  }

  switch (step.at) {
    case "portal":
      return (
        <PortalStep
          entered={entered}
          onChange={change}
          onSignIn={(method) => {
            const startUrl = entered.startUrl.trim();
            const region = entered.region.trim();
            const customEndpoint = entered.customEndpoint.trim() || null;
            setStep({ at: "signIn", portal: { startUrl, region, customEndpoint, method, keep: "keychain" } });
          }}
          onSignedIn={() => toAccount("keychain")}
        />
      );
    case "signIn":
      return (
        <Container
          header={
            <Header variant="h2" description={step.portal.startUrl}>
              {t(text.signInStep)}
            </Header>
          }
        >
          <PortalSignIn portal={step.portal} onSignedIn={toAccount} onCancel={toPortal} />
        </Container>
      );
    case "account":
      return <AccountStep entered={entered} onChange={change} keep={step.keep} onSignInAgain={toPortal} />;
  }
}
