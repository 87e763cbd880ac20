import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useConnections } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keys } from "../../features/queries/keys";
import { type ConnectionRow, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { manage as text } from "../../messages/manage";
import { shell } from "../../messages/shell";

type Props = { connection: ConnectionRow; onClose: () => void };

/** Asks before a session is ended, and says for whom else it ends. */
export function SignOutModal({ connection, onClose }: Props) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const { id, name } = connection;
  const signOut = useMutation({
    mutationFn: () => housekeeper.signOut(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.connections });
      void client.invalidateQueries({ queryKey: keys.portals });
      flash({ type: "success", content: t(text.signedOut, { name }) });
      onClose();
    },
  });
  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.signOutTitle, { name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={signOut.isPending} onClick={() => signOut.mutate()}>
              {t(text.signOut)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {signOut.error && <FailureAlert error={signOut.error} connection={id} takeFocus={true} />}
        <What connection={connection} />
        <div>{t(text.signOutQueue)}</div>
      </SpaceBetween>
    </Modal>
  );
}

function What({ connection: { id, way } }: { connection: ConnectionRow }) {
  const t = useText();
  const { all } = useConnections();
  if (way.kind !== "identityCenter") return t(text.signOutText);
  const others = all.filter(
    (other) => other.id !== id && other.way.kind === "identityCenter" && other.way.startUrl === way.startUrl,
  );
  const portal = way.startUrl;
  if (others.length === 0) return <span className="connection-words">{t(text.signOutPortalAlone, { portal })}</span>;
  return (
    <div className="connection-words">
      {t(text.signOutPortal, { portal })}
      <ul>
        {others.map((other) => (
          <li key={other.id}>{other.name}</li>
        ))}
      </ul>
    </div>
  );
}
