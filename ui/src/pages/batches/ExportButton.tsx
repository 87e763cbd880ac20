import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useText } from "../../common/text";
import type { BatchRow } from "../../ipc/client";
import { exporting as text } from "../../messages/exporting";
import { ExportModal } from "./ExportModal";

type Props = {
  /** With none selected it is all of them. */
  selected: readonly BatchRow[];
  /** How many there are. */
  total: number;
};

/** The way to have batches as a file. */
export function ExportButton({ selected, total }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabled={total === 0} disabledReason={t(text.nothing)} onClick={() => setOpen(true)}>
        {t(text.export)}
      </Button>
      {open && <ExportModal selected={selected} total={total} onClose={() => setOpen(false)} />}
    </>
  );
}
