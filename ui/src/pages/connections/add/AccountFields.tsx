import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { type ReactNode, useEffect } from "react";
import { useText } from "../../../common/text";
import { FailureAlert } from "../../../features/failure/FailureAlert";
import type { PortalAccount } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { type FieldProps, MISTAKES } from "./fieldProps";
import { usePortalAccounts, usePortalRoles, wantsSignIn } from "./usePortal";

type Props = FieldProps & {
  /** What the chosen account is called, and the role in it; a name is made of them. */
  onChosen: (account: PortalAccount, role: string) => void;
  onSignInAgain: () => void;
};

/** Which account of those that the portal lets one into, and with which role. */
export function AccountFields({ entered, wrong, onChosen, onSignInAgain }: Props) {
  const t = useText();
  const { startUrl, region, account, portalRole } = entered;
  const accounts = usePortalAccounts(startUrl.trim(), region.trim());
  const roles = usePortalRoles(startUrl.trim(), region.trim(), account);
  const all = accounts.data ?? [];
  const chosen = all.find((one) => one.account === account);
  useOnly(account === "", all, (only) => onChosen(only, ""));
  useOnly(chosen !== undefined && portalRole === "", roles.data ?? [], (only) => chosen && onChosen(chosen, only));

  const option = (one: PortalAccount): SelectProps.Option => ({
    value: one.account,
    label: nameOf(one),
    description: [one.account, one.email].filter(Boolean).join(" · "),
  });
  return (
    <SpaceBetween size="l">
      <Failed query={accounts} onSignInAgain={onSignInAgain} />
      <FormField
        label={t(text.account)}
        description={accounts.data?.length === 0 ? t(text.noAccounts) : t(text.accountHint)}
        errorText={wrong.account && t(MISTAKES[wrong.account])}
      >
        <Select
          autoFocus={true}
          options={all.map(option)}
          selectedOption={chosen ? option(chosen) : null}
          triggerVariant="option"
          placeholder={t(text.chooseAccount)}
          filteringType="auto"
          filteringPlaceholder={t(text.findAccount)}
          filteringAriaLabel={t(text.findAccount)}
          noMatch={t(text.noAccountMatches)}
          empty={t(text.noAccounts)}
          statusType={accounts.isLoading ? "loading" : "finished"}
          loadingText={t(text.accountsLoading)}
          virtualScroll={all.length > 100}
          onChange={({ detail }) => {
            const next = all.find((one) => one.account === detail.selectedOption.value);
            if (next) onChosen(next, "");
          }}
        />
      </FormField>
      {chosen && (
        <SpaceBetween size="l">
          <Failed query={roles} onSignInAgain={onSignInAgain} />
          <FormField
            label={t(text.portalRole)}
            description={t(text.portalRoleHint)}
            errorText={wrong.portalRole && t(MISTAKES[wrong.portalRole])}
          >
            {roles.isLoading && <StatusIndicator type="loading">{t(text.rolesLoading)}</StatusIndicator>}
            {roles.data?.length === 0 && <StatusIndicator type="info">{t(text.noRoles)}</StatusIndicator>}
            {roles.data && roles.data.length > 0 && (
              <RadioGroup
                value={portalRole || null}
                items={roles.data.map((value) => ({ value, label: value }))}
                onChange={({ detail }) => onChosen(chosen, detail.value)}
              />
            )}
          </FormField>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

/** What an account is called; its number where nobody has named it. */
export function nameOf({ name, account }: PortalAccount): string {
  return name || account;
}

/** Chooses what is the only one there is. */
function useOnly<T>(open: boolean, all: readonly T[], choose: (only: T) => void): void {
  const only = open && all.length === 1 ? all[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known to be the only one.
  useEffect(() => {
    if (only !== undefined) choose(only);
  }, [only]);
}

type Query = { error: unknown; refetch: () => unknown };

function Failed({ query, onSignInAgain }: { query: Query; onSignInAgain: () => void }): ReactNode {
  const t = useText();
  if (!query.error) return null;
  if (!wantsSignIn(query.error)) {
    return <FailureAlert error={query.error} connection="" onRetry={() => void query.refetch()} />;
  }
  const again = (
    <Button formAction="none" onClick={onSignInAgain}>
      {t(text.signInAgain)}
    </Button>
  );
  return <FailureAlert error={query.error} connection="" action={again} />;
}
