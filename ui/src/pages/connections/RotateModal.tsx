import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { keys } from "../../features/queries/keys";
import { type ConnectionRow, housekeeper, type Rotated } from "../../ipc/client";
import { common } from "../../messages/common";
import { manage as text } from "../../messages/manage";
import { shell } from "../../messages/shell";

type Props = { connection: ConnectionRow; onClose: () => void };

/** Says what rotating the access key does, does it, and shows which key took the place of which. */
export function RotateModal({ connection, onClose }: Props) {
  const t = useText();
  const client = useQueryClient();
  const { id, name, way } = connection;
  const rotate = useMutation({
    mutationFn: () => housekeeper.rotateAccessKey(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.connections });
      void client.invalidateQueries({ queryKey: keys.ofConnection(id) });
    },
  });
  const done = rotate.data;
  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.rotateTitle, { name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {done ? (
              <Button variant="primary" onClick={onClose}>
                {t(text.close)}
              </Button>
            ) : (
              <>
                <Button variant="link" onClick={onClose}>
                  {t(common.cancel)}
                </Button>
                <Button variant="primary" loading={rotate.isPending} onClick={() => rotate.mutate()}>
                  {t(text.rotate)}
                </Button>
              </>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {done ? (
        <Outcome connection={id} rotated={done} />
      ) : (
        <SpaceBetween size="m">
          {rotate.error && <FailureAlert error={rotate.error} connection={id} takeFocus={true} />}
          <div>{t(text.rotateText, { key: way.kind === "accessKey" ? way.accessKeyId : "" })}</div>
          <ol>
            {[text.rotateMake, text.rotateTry, text.rotateKeep, text.rotateOff].map((step) => (
              <li key={step.id}>{t(step)}</li>
            ))}
          </ol>
          <div>{t(text.rotateOthers)}</div>
        </SpaceBetween>
      )}
    </Modal>
  );
}

function Outcome({ connection, rotated }: { connection: string; rotated: Rotated }) {
  const { accessKeyId, oldAccessKeyId, problem } = rotated;
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  // What had the focus is gone.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <SpaceBetween size="m">
        {problem ? (
          <FailureAlert error={problem} connection={connection} type="warning" title={t(text.rotatedPartly)}>
            {t(text.rotatedOn)}
          </FailureAlert>
        ) : (
          <Alert type="success" header={t(text.rotated)}>
            {t(text.rotatedOff)}
          </Alert>
        )}
        <KeyValuePairs
          columns={2}
          items={[
            { label: t(text.rotatedNew), value: <CopyText text={accessKeyId} what={t(text.rotatedNew)} /> },
            { label: t(text.rotatedOld), value: <CopyText text={oldAccessKeyId} what={t(text.rotatedOld)} /> },
          ]}
        />
      </SpaceBetween>
    </div>
  );
}
