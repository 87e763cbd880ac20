import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { CopyButton } from "../../common/CopyText";
import { useText } from "../../common/text";
import { HousekeeperError } from "../../ipc/client";
import { common } from "../../messages/common";
import { errors } from "../../messages/errors";
import { useConnectionOr } from "../connection/context";
import { permissionsPath } from "../connection/paths";
import { RouteLink } from "../frame/RouteLink";
import { isAskedFor } from "../sign-in/askings";
import { useAsking } from "../sign-in/SignIn";
import { SignInButton } from "../sign-in/SignInButton";
import "./failure.css";

type Props = {
  /** Whatever was thrown. */
  error: unknown;
  /** Says what failed, in place of the error's own heading, which then stands in the text. */
  title?: string;
  /** Says what to do, in place of the error's own sentence. */
  sentence?: string;
  type?: "error" | "warning";
  /** Offers to try again. */
  onRetry?: () => void;
  action?: ReactNode;
  /** The connection through which it failed, where that may be another than the one in use. */
  connection?: string | undefined;
  children?: ReactNode;
  /** Takes the keyboard and the screen reader there when it appears. */
  takeFocus?: boolean;
  ref?: Ref<{ focus(): void }>;
};

/**
 * Failures whose detail this app wrote itself, as a sentence that names the profile, the file or the disk: it says more
 * than the general one, so it stands in the open.
 */
const OWN_WORDS: ReadonlySet<string> = new Set([
  "budgetExceeded",
  "noCredentials",
  "notAllowed",
  "policyBroken",
  "records",
]);

/** A failure as a sentence: what happened, what to do, and behind it what the other side said. */
export function FailureAlert({
  error,
  title,
  sentence: own,
  type = "error",
  onRetry,
  action,
  connection,
  children,
  takeFocus,
  ref,
}: Props) {
  const t = useText();
  const failure = HousekeeperError.from(error);
  const sentence = errors[failure.code] ?? errors.unexpected;
  const ownWords = failure.detail !== "" && OWN_WORDS.has(failure.code);
  const canSignIn = useAsking(connection) !== null && isAskedFor(failure.code);
  const ways = (
    <SpaceBetween direction="horizontal" size="xs">
      {canSignIn && <SignInButton connection={connection} />}
      {onRetry && <Button onClick={onRetry}>{t(common.tryAgain)}</Button>}
    </SpaceBetween>
  );
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => place.current?.focus() }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new error takes the focus anew.
  useEffect(() => {
    if (takeFocus) place.current?.focus();
  }, [takeFocus, error]);

  return (
    <div ref={place} tabIndex={-1} role="alert" className="failure">
      <Alert type={type} header={title ?? t(sentence.happened)} action={action ?? ((canSignIn || onRetry) && ways)}>
        <SpaceBetween size="xs">
          <div>
            {title && !own && <>{t(sentence.happened)}. </>}
            {own ?? t(sentence.todo)} {children}
          </div>
          {ownWords && <div className="failure-detail">{failure.detail}</div>}
          {failure.action && (
            <div>
              <b>{t(common.missingAction)}</b> <code>{failure.action}</code>
              {failure.resource && (
                <>
                  {" "}
                  {t(common.onResource)} <code>{failure.resource}</code>
                </>
              )}
            </div>
          )}
          {failure.policy && <Policy json={failure.policy} />}
          {failure.code === "denied" && <ToPermissions connection={connection} />}
          {failure.detail && !ownWords && (
            <ExpandableSection headerText={t(common.details)} variant="footer">
              <Box variant="code">
                <span className="failure-detail">{failure.detail}</span>
              </Box>
            </ExpandableSection>
          )}
        </SpaceBetween>
      </Alert>
    </div>
  );
}

/** The way to all the permissions that the connection needs, and to what was seen of them. */
function ToPermissions({ connection }: { connection: string | undefined }) {
  const t = useText();
  const whose = useConnectionOr(connection);
  return whose && <RouteLink to={permissionsPath(whose.id)}>{t(common.permissions)}</RouteLink>;
}

/** The least policy that would be enough, ready to be handed on. */
function Policy({ json }: { json: string }) {
  const t = useText();
  return (
    <SpaceBetween size="xxs">
      <div>{t(common.policy)}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <section className="failure-policy" aria-label={t(common.policy)} tabIndex={0}>
        <pre>{json}</pre>
      </section>
      <CopyButton text={json} label={t(common.copyPolicy)} />
    </SpaceBetween>
  );
}
