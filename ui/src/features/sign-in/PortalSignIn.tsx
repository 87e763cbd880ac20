import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef } from "react";
import { useText } from "../../common/text";
import type { KeepWhere, NewPortal } from "../../ipc/client";
import { common } from "../../messages/common";
import { sessions as text } from "../../messages/sessions";
import { FailureAlert } from "../failure/FailureAlert";
import { MemoryOffer } from "./MemoryOffer";
import { PortalWaiting } from "./PortalWaiting";
import { usePortalProgress } from "./usePortalProgress";
import "./portal.css";

type Props = {
  portal: NewPortal;
  /** Said with where the sign-in is kept: the person may have chosen memory on the way. */
  onSignedIn(keep: KeepWhere): void;
  onCancel(): void;
};

/** Signs in at a portal of IAM Identity Center: begins at once, and gives it up where the person leaves. */
export function PortalSignIn({ portal, onSignedIn, onCancel }: Props) {
  const t = useText();
  const place = useRef<HTMLFieldSetElement>(null);
  const { waiting, browserProblem, error, giveUp, again, openBrowser } = usePortalProgress(portal, onSignedIn);
  // What was clicked to get here is gone.
  useEffect(() => place.current?.focus(), []);
  return (
    <fieldset ref={place} tabIndex={-1} aria-label={t(text.signingIn)} className="portal-sign-in">
      <SpaceBetween size="m">
        {error && (
          <FailureAlert
            error={error}
            takeFocus={true}
            action={<Button onClick={() => again()}>{t(common.tryAgain)}</Button>}
          />
        )}
        {error?.code === "keychainUnavailable" && <MemoryOffer what="portal" onKeep={() => again("memory")} />}
        {!error && !waiting && <StatusIndicator type="loading">{t(text.beginning)}</StatusIndicator>}
        {waiting && <PortalWaiting waiting={waiting} browserProblem={browserProblem} />}
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="link"
            onClick={() => {
              giveUp();
              onCancel();
            }}
          >
            {t(common.cancel)}
          </Button>
          {waiting && <Button onClick={() => void openBrowser()}>{t(text.openAgain)}</Button>}
        </SpaceBetween>
      </SpaceBetween>
    </fieldset>
  );
}
