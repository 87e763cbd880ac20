import Button from "@cloudscape-design/components/button";
import Icon from "@cloudscape-design/components/icon";
import { useText } from "../../common/text";
import { SessionBadge } from "../../features/sign-in/SessionBadge";
import { SignInButton } from "../../features/sign-in/SignInButton";
import type { ConnectionRow } from "../../ipc/client";
import { manage as text } from "../../messages/manage";
import "./connections.css";

type Props = {
  row: ConnectionRow;
  /** Called with the connection whose access key is to be entered again. */
  onEnterKey: (connection: string) => void;
};

/** How long a connection's session lasts, with the way on where it asks for something. */
export function SessionCell({ row: { id, session }, onEnterKey }: Props) {
  const t = useText();
  if (session.kind !== "asks") return <SessionBadge session={session} />;
  if (session.what === "accessKey") {
    // The dialogue for it is here, where the button of the other pages leads; its name says what is asked.
    return (
      <div className="connection-asks">
        <Icon name="status-warning" variant="warning" />
        <Button variant="inline-link" onClick={() => onEnterKey(session.connection)}>
          {t(text.enterKey)}
        </Button>
      </div>
    );
  }
  return (
    <>
      <SessionBadge session={session} />
      <SignInButton connection={id} inText={true} />
    </>
  );
}
