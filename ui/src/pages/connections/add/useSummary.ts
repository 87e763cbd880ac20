import { useText } from "../../../common/text";
import type { ConnectionCheck } from "../../../ipc/client";
import { connections as text } from "../../../messages/connections";
import { errors } from "../../../messages/errors";

/** The function that puts a check into a sentence or two. */
export function useSummary(): (check: ConnectionCheck) => string {
  const t = useText();
  return ({ identity, identityError, listingError }) => {
    const reason = (code: keyof typeof errors) => t((errors[code] ?? errors.unexpected).happened);
    // One cause is told once.
    if (identityError && identityError.code === listingError?.code) {
      return t(text.checkNothing, { reason: reason(identityError.code) });
    }
    const who = identity
      ? t(text.checkIdentity, { arn: identity.arn, account: identity.account })
      : t(text.checkNoIdentity, { reason: reason(identityError?.code ?? "unexpected") });
    const listing = listingError ? t(text.checkNoListing, { reason: reason(listingError.code) }) : t(text.checkListing);
    return `${who} ${listing}`;
  };
}
