import Modal from "@cloudscape-design/components/modal";
import Table from "@cloudscape-design/components/table";
import { useText } from "../../common/text";
import { shell } from "../../messages/shell";
import { shortcuts as text } from "../../messages/shortcuts";
import { shownAs } from "./combos";
import { SHORTCUT_IDS, SHORTCUTS, type ShortcutId } from "./table";

/** Every shortcut of the window, what it does, and where. */
export function ShortcutsModal({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Modal visible={true} size="large" onDismiss={onClose} closeAriaLabel={t(shell.dismiss)} header={t(text.title)}>
      <Table<ShortcutId>
        variant="embedded"
        wrapLines={true}
        items={SHORTCUT_IDS}
        trackBy={(id) => id}
        ariaLabels={{ tableLabel: t(text.title) }}
        columnDefinitions={[
          { id: "keys", header: t(text.keys), cell: (id) => <Listed id={id} /> },
          { id: "does", header: t(text.does), isRowHeader: true, cell: (id) => t(SHORTCUTS[id].does) },
          { id: "where", header: t(text.where), cell: (id) => t(SHORTCUTS[id].where) },
        ]}
      />
    </Modal>
  );
}

function Listed({ id }: { id: ShortcutId }) {
  const t = useText();
  return SHORTCUTS[id].keys.map((combo, index) => (
    <span key={combo.key}>
      {index > 0 && ` ${t(text.or)} `}
      <kbd className="keys-listed">{shownAs(t, combo)}</kbd>
    </span>
  ));
}
