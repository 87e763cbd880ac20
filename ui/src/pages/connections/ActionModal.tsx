import type { ConnectionCheck, ConnectionRow } from "../../ipc/client";
import type { Action } from "./actions";
import { EditModal } from "./EditModal";
import { ReplaceKeyModal } from "./ReplaceKeyModal";
import { RotateModal } from "./RotateModal";
import { SignOutModal } from "./SignOutModal";

type Props = {
  action: Exclude<Action, "permissions">;
  connection: ConnectionRow;
  onClose: () => void;
  /** Called with what AWS said to a key that was entered again. */
  onChecked: (check: ConnectionCheck) => void;
};

/** The dialogue of what is done with a connection. */
export function ActionModal({ action, connection, onClose, onChecked }: Props) {
  switch (action) {
    case "edit":
      return <EditModal connection={connection} onClose={onClose} />;
    case "enterKey":
      return <ReplaceKeyModal connection={connection} onClose={onClose} onReplaced={onChecked} />;
    case "rotate":
      return <RotateModal connection={connection} onClose={onClose} />;
    case "signOut":
      return <SignOutModal connection={connection} onClose={onClose} />;
  }
}
