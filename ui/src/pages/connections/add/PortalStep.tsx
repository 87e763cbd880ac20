import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../../common/text";
import { FailureAlert } from "../../../features/failure/FailureAlert";
import { HousekeeperError, housekeeper, type PortalMethod, type PortalRow } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { portalMistakes } from "./entered";
import { FormFrame } from "./FormFrame";
import type { FieldProps } from "./fieldProps";
import { PortalFields } from "./PortalFields";
import { wantsSignIn } from "./usePortal";

type Props = Pick<FieldProps, "entered" | "onChange"> & {
  onSignIn: (method: PortalMethod) => void;
  /** One is signed in already: there is nothing to do in the browser. */
  onSignedIn: () => void;
};

/** The first step: which portal, and how one signs in there. */
export function PortalStep({ entered, onChange, onSignIn, onSignedIn }: Props) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const known = useKnown(onSignedIn);

  function begin(method: PortalMethod) {
    setAsked(true);
    if (Object.keys(portalMistakes("identity-center", entered)).length > 0) return false;
    onSignIn(method);
    return true;
  }

  return (
    <FormFrame
      onSubmit={() => begin("browser")}
      actions={(refuse) => (
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="none" onClick={() => begin("code") || refuse()}>
            {t(text.useCode)}
          </Button>
          <Button variant="primary">{t(text.useBrowser)}</Button>
        </SpaceBetween>
      )}
    >
      <SpaceBetween size="l">
        {known.error && <FailureAlert error={known.error} takeFocus={true} connection="" />}
        <Container>
          <SpaceBetween size="l">
            <PortalFields
              entered={entered}
              wrong={asked ? portalMistakes("identity-center", entered) : {}}
              onChange={(part) => {
                known.forget();
                onChange(part);
              }}
              onKnown={known.look}
            />
            <div role="status">
              {known.state === "looking" && <StatusIndicator type="loading">{t(text.lookingThere)}</StatusIndicator>}
              {known.state === "over" && <StatusIndicator type="info">{t(text.signInOver)}</StatusIndicator>}
            </div>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </FormFrame>
  );
}

/** Whether a portal at which one is signed in, as far as is known, still lets one in. */
function useKnown(onSignedIn: () => void) {
  const [state, setState] = useState<"idle" | "looking" | "over">("idle");
  const [error, setError] = useState<HousekeeperError | null>(null);
  // The answer for a portal that is no longer in the fields is of no use.
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );
  function forget() {
    latest.current += 1;
    setState("idle");
    setError(null);
  }
  async function look({ startUrl, region, signedIn }: PortalRow) {
    forget();
    if (!signedIn) return;
    const mine = latest.current;
    setState("looking");
    try {
      await housekeeper.portalAccounts(startUrl, region);
      if (mine === latest.current) onSignedIn();
    } catch (thrown) {
      if (mine !== latest.current) return;
      setState(wantsSignIn(thrown) ? "over" : "idle");
      setError(wantsSignIn(thrown) ? null : HousekeeperError.from(thrown));
    }
  }
  return { state, error, look: (portal: PortalRow) => void look(portal), forget };
}
