import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { isAskedFor } from "../../features/sign-in/askings";
import { useAsking } from "../../features/sign-in/SignIn";
import { SignInButton } from "../../features/sign-in/SignInButton";
import { HousekeeperError } from "../../ipc/client";
import { counting as text } from "../../messages/counting";

type Props = {
  stopped: { kind: "byPerson" } | { kind: "failed"; error: unknown };
  again: ReactNode;
};

/** Why the last count did not come to its end, and the way to count again. */
export function StoppedAlert({ stopped, again }: Props) {
  const t = useText();
  if (stopped.kind === "failed") return <Failed error={stopped.error} again={again} />;
  return (
    <Alert type="info" header={t(text.byPerson)} action={again}>
      {t(text.byPersonText)}
    </Alert>
  );
}

function Failed({ error, again }: { error: unknown; again: ReactNode }) {
  const t = useText();
  const canSignIn = useAsking(undefined) !== null && isAskedFor(HousekeeperError.from(error).code);
  return (
    <FailureAlert
      error={error}
      type="warning"
      title={t(text.failed)}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          {canSignIn && <SignInButton />}
          {again}
        </SpaceBetween>
      }
    />
  );
}
