import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import type { ConnectionCheck, WireError } from "../../ipc/client";
import { connections as text } from "../../messages/connections";
import { errors } from "../../messages/errors";
import { shell } from "../../messages/shell";

type Props = { connection: string; name: string; check: ConnectionCheck; onDismiss: () => void };

/** Whom AWS says one is, and whether one may list the distributions. */
export function CheckResult({ connection, name, check, onDismiss }: Props) {
  const t = useText();
  const { identity, identityError, listingError } = check;
  const reason = (error: WireError | null) => t((errors[error?.code ?? "unexpected"] ?? errors.unexpected).happened);
  return (
    <SpaceBetween size="m">
      <div role="status">
        <Alert
          type={identity ? (listingError ? "info" : "success") : "warning"}
          dismissible={true}
          dismissAriaLabel={t(shell.dismiss)}
          onDismiss={onDismiss}
          header={t(text.checkOf, { name })}
        >
          <div>
            {identity
              ? t(text.checkIdentity, { arn: identity.arn, account: identity.account })
              : t(text.checkNoIdentity, { reason: reason(identityError) })}
          </div>
          <div>{listingError ? t(text.checkNoListing, { reason: reason(listingError) }) : t(text.checkListing)}</div>
        </Alert>
      </div>
      {identityError && <FailureAlert error={identityError} connection={connection} type="warning" />}
      {listingError && listingError.code !== identityError?.code && (
        <FailureAlert error={listingError} connection={connection} type="warning" />
      )}
    </SpaceBetween>
  );
}
