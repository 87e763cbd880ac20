import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import "./findings.css";

type Props = {
  /** What was done to the text. */
  said: string;
  undo: string;
  onUndo: () => void;
};

/** Says that lines were changed, and takes it back: the text area's own undo forgets what was put in its place. */
export function FixUndo({ said, undo, onUndo }: Props) {
  return (
    <div className="fix-undo" role="status">
      <StatusIndicator>{said}</StatusIndicator>
      <Button variant="inline-link" onClick={onUndo}>
        {undo}
      </Button>
    </div>
  );
}
