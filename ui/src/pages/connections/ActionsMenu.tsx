import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useText } from "../../common/text";
import type { ConnectionRow } from "../../ipc/client";
import { manage as text } from "../../messages/manage";
import { ACTIONS, type Action, whyNot } from "./actions";

type Props = { connection: ConnectionRow; onAction: (action: Action) => void };

/** The menu of what is done with the selected connection less often. */
export function ActionsMenu({ connection, onAction }: Props) {
  const t = useText();
  return (
    <ButtonDropdown
      items={ACTIONS.map((action) => {
        const reason = whyNot(action, connection);
        return {
          id: action,
          text: t(text[action]),
          disabled: reason !== null,
          disabledReason: reason ? t(reason) : undefined,
        };
      })}
      onItemClick={({ detail }) => {
        const action = ACTIONS.find((one) => one === detail.id);
        if (action) onAction(action);
      }}
    >
      {t(text.actions)}
    </ButtonDropdown>
  );
}
