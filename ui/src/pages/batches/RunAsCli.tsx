import { useText } from "../../common/text";
import { CopyAsCli } from "../../features/cli/CopyAsCli";
import type { RunReview } from "../../ipc/client";
import { batches as text } from "../../messages/batches";

/** `notYet`: why the run cannot be sent either. */
type Props = { name: string; review: RunReview | undefined; notYet: string | null };

/** A run as a command of the AWS CLI: for one target, and as long as all of its lines are at hand. */
export function RunAsCli({ name, review, notYet }: Props) {
  const t = useText();
  const [first, ...others] = review?.targets ?? [];
  // Why there is nothing to be copied is said beside what makes it.
  if (!review || !first || review.errors > 0 || review.lines.length === 0) return null;
  const { lines, lineCount } = review;
  const reason =
    notYet ??
    (others.length > 0
      ? t(text.cliOneTarget)
      : lineCount > lines.length
        ? t(text.cliTooMany, { count: lineCount })
        : null);
  return (
    <CopyAsCli
      connection={first.target.connection}
      target={first.target.target}
      reason={reason}
      lines={() => ({ text: lines.join("\n"), name })}
    />
  );
}
