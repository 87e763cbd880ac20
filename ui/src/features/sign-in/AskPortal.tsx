import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useText } from "../../common/text";
import type { NewPortal, PortalMethod } from "../../ipc/client";
import { common } from "../../messages/common";
import { sessions as text } from "../../messages/sessions";
import { shell } from "../../messages/shell";
import { connectionPath } from "../connection/paths";
import { FailureAlert } from "../failure/FailureAlert";
import { RouteLink } from "../frame/RouteLink";
import type { AskProps } from "./AskMfaCode";
import { PortalSignIn } from "./PortalSignIn";
import { usePortalOf } from "./usePortalOf";

/**
 * Signs in at the portal of a connection. The browser is opened by a click and never by the dialogue, which may have
 * opened by itself.
 */
export function AskPortal({ asking, onDone, onCancel }: AskProps) {
  const t = useText();
  const { portal, query } = usePortalOf(asking);
  const [method, setMethod] = useState<PortalMethod>("browser");
  const [begun, setBegun] = useState<NewPortal | null>(null);
  const title = t(text.portalModal, { name: asking.from[0]?.name ?? "" });
  const choosing = !begun && (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onCancel}>
          {t(common.cancel)}
        </Button>
        <Button variant="primary" disabled={!portal} onClick={() => portal && setBegun({ ...portal, method })}>
          {t(text.signIn)}
        </Button>
      </SpaceBetween>
    </Box>
  );
  return (
    <Modal visible={true} onDismiss={onCancel} closeAriaLabel={t(shell.dismiss)} header={title} footer={choosing}>
      {begun ? (
        <PortalSignIn portal={begun} onSignedIn={onDone} onCancel={onCancel} />
      ) : (
        <SpaceBetween size="m">
          <div>{t(text.portalText)}</div>
          {query.isLoading && <StatusIndicator type="loading">{t(shell.loading)}</StatusIndicator>}
          {query.error && <FailureAlert error={query.error} onRetry={() => void query.refetch()} />}
          {query.data && !portal && (
            <div>
              {t(text.portalUnknown)}{" "}
              <RouteLink inText={true} to={connectionPath(asking.connection)}>
                {t(text.keyAct)}
              </RouteLink>
            </div>
          )}
          {portal && (
            <FormField label={t(text.portalHow)} description={portal.startUrl}>
              <RadioGroup
                value={method}
                items={[
                  { value: "browser", label: t(text.portalBrowser), description: t(text.portalBrowserHint) },
                  { value: "code", label: t(text.portalCode), description: t(text.portalCodeHint) },
                ]}
                onChange={({ detail }) => setMethod(detail.value === "code" ? "code" : "browser")}
              />
            </FormField>
          )}
        </SpaceBetween>
      )}
    </Modal>
  );
}
