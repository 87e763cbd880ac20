import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { useText } from "../../common/text";
import type { Finding } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { findingWords } from "./words";

type Props = {
  finding: Finding;
  /** How many findings of its rule can be mended together; 0 where that is offered at another line, or not at all. */
  together: number;
  /** Without it nothing is offered to mend. */
  onMend?: () => void;
  onMendTogether?: () => void;
  /** Without it the line is only named. */
  onGoToLine?: () => void;
};

/** A longer replacement than this is not written out beside its button. */
const LONGEST_SHOWN = 80;

/** One finding: its line, the reason, what mends it, and the source of the rule. */
export function FindingLine({ finding, together, onMend, onMendTogether, onGoToLine }: Props) {
  const t = useText();
  const { line, fix, source } = finding;
  const words = findingWords(t, finding);
  const replacement = fix?.replacement.join("   ") ?? "";
  return (
    <li>
      <div className="finding-line">
        {onGoToLine ? (
          <Button variant="inline-link" ariaLabel={t(text.goToLine, { line })} onClick={onGoToLine}>
            {t(text.line, { line })}
          </Button>
        ) : (
          t(text.line, { line })
        )}
      </div>
      <div className="finding-text">
        <b>{words.title}</b> <span>{words.why}</span>
        {source && (
          <Box variant="small" color="text-body-secondary" display="block">
            {t(text.source, { source })}
          </Box>
        )}
      </div>
      {fix && onMend && (
        <div className="finding-fix">
          <Button variant="normal" ariaLabel={t(text.fixOnLine, { fix: words.fix, line })} onClick={onMend}>
            {words.fix}
          </Button>
          {replacement && replacement.length <= LONGEST_SHOWN && <code>{replacement}</code>}
          {together > 0 && (
            <Button
              variant="inline-link"
              ariaLabel={t(text.fixAllOfRule, { count: together, fix: words.fix })}
              onClick={onMendTogether}
            >
              {t(text.fixAll, { count: together })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
