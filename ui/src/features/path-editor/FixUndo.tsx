import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { createInvalidation as text } from "../../messages/createInvalidation";

/** Says that lines were fixed, and takes it back: the text area's own undo forgets what a fix replaced. */
export function FixUndo({ lines, onUndo }: { lines: number; onUndo: () => void }) {
  const t = useText();
  return (
    <div className="fix-undo" role="status">
      <StatusIndicator>{t(text.fixed, { count: lines })}</StatusIndicator>
      <Button variant="inline-link" onClick={onUndo}>
        {t(text.undoFix)}
      </Button>
    </div>
  );
}
