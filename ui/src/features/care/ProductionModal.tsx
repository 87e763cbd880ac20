import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef } from "react";
import { useText } from "../../common/text";
import { care as text } from "../../messages/care";
import { common } from "../../messages/common";
import { shell } from "../../messages/shell";
import type { ToProduction } from "./Production";

type Props = { groups: readonly ToProduction[]; onSend: () => void; onCancel: () => void };

/** Says through which production connection how much goes where, and wants a click that nothing else asks for. */
export function ProductionModal({ groups, onSend, onCancel }: Props) {
  const t = useText();
  const cancel = useRef<ButtonProps.Ref>(null);
  // The keyboard begins where nothing is sent. The modal itself takes it to its first button as it appears.
  useEffect(() => {
    const timer = setTimeout(() => cancel.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <Modal
      visible={true}
      onDismiss={onCancel}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.productionTitle)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button ref={cancel} variant="link" onClick={onCancel}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" onClick={onSend}>
              {t(text.sendToProduction)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {groups.map(({ connection: { id, name, account }, sendings }) => (
          <div key={id}>
            {account ? t(text.productionConnection, { name, account }) : t(text.productionUnknown, { name })}
            <ul>
              {sendings.map(({ target, items, withTheRest }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it is while it is shown.
                <li key={place}>
                  <b>{t(text.productionItems, { items, target })}</b>
                  {withTheRest && <> {t(text.productionRest)}</>}
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>{t(text.productionText)}</div>
      </SpaceBetween>
    </Modal>
  );
}
