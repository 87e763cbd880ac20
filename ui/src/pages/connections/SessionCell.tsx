import Button from "@cloudscape-design/components/button";
import { useText } from "../../common/text";
import { SessionBadge } from "../../features/sign-in/SessionBadge";
import { SignInButton } from "../../features/sign-in/SignInButton";
import type { ConnectionRow } from "../../ipc/client";
import { manage as text } from "../../messages/manage";

type Props = {
  row: ConnectionRow;
  /** Called with the connection whose access key is to be entered again. */
  onEnterKey: (connection: string) => void;
};

/** How long a connection's session lasts, with the way on where it asks for something. */
export function SessionCell({ row: { id, session }, onEnterKey }: Props) {
  const t = useText();
  if (session.kind !== "asks") return <SessionBadge session={session} />;
  return (
    <div>
      <SessionBadge session={session} />
      <div>
        {session.what === "accessKey" ? (
          // The dialogue for it is here: elsewhere the button leads to this page.
          <Button variant="inline-link" onClick={() => onEnterKey(session.connection)}>
            {t(text.enterKey)}
          </Button>
        ) : (
          <SignInButton connection={id} inText={true} />
        )}
      </div>
    </div>
  );
}
