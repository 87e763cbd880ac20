import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { countLines } from "../../common/lines";
import { useText } from "../../common/text";
import { importing as text } from "../../messages/importing";
import { shell } from "../../messages/shell";
import { useFlash } from "../flash/Flash";
import { LinesFound } from "./LinesFound";
import { Picker } from "./Picker";
import { useUpload } from "./useUpload";

type Props = {
  /** Why nothing can be added at this moment. */
  notNow?: string | null;
  /** Gets the lines that are to be added, one or more. */
  onLines: (lines: string) => void;
};

/** Lines of a file or of a pasted text for an editor. */
export function ImportLines({ notNow = null, onLines }: Props) {
  const t = useText();
  const flash = useFlash();
  const [open, setOpen] = useState(false);

  function add(lines: string) {
    onLines(lines);
    setOpen(false);
    flash({ type: "success", content: t(text.added, { count: countLines(lines.trimEnd()) }) });
  }
  return (
    <>
      <Button
        formAction="none"
        iconName="upload"
        disabled={notNow !== null}
        disabledReason={notNow ?? undefined}
        onClick={() => setOpen(true)}
      >
        {t(text.import)}
      </Button>
      {open && <ImportLinesModal onClose={() => setOpen(false)} onLines={add} />}
    </>
  );
}

function ImportLinesModal({ onClose, onLines }: { onClose: () => void; onLines: (lines: string) => void }) {
  const t = useText();
  const { upload, start, stop } = useUpload();
  return (
    <Modal
      visible={true}
      size="large"
      header={t(text.linesTitle)}
      closeAriaLabel={t(shell.dismiss)}
      onDismiss={onClose}
    >
      <SpaceBetween size="l">
        <Picker upload={upload} start={start} stop={stop} />
        {upload.kind === "sent" && <LinesFound key={upload.id} id={upload.id} onLines={onLines} />}
      </SpaceBetween>
    </Modal>
  );
}
