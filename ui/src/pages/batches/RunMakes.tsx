import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CodeBox } from "../../common/CodeBox";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { Findings } from "../../features/path-editor/Findings";
import type { ReviewedTarget, RunReview } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { batchTargetKey, nameOf } from "./paths";
import { problemText } from "./problem";

/** The lines that a run makes, and what the checks say of them on each target. */
export function RunMakes({ review, checking }: { review: RunReview; checking: boolean }) {
  const t = useText();
  const { problem, lines, lineCount } = review;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={t(text.lineCount, { count: lineCount })}
          description={lineCount > lines.length ? t(text.firstLines, { count: lines.length }) : undefined}
        >
          {t(text.whatIsSent)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem && <Alert type="error">{problemText(t, problem)}</Alert>}
        {lines.length > 0 && <CodeBox code={lines.join("\n")} label={t(text.whatIsSent)} />}
        {review.targets.map((reviewed) => (
          <Checked key={batchTargetKey(reviewed.target)} reviewed={reviewed} checking={checking} />
        ))}
      </SpaceBetween>
    </Container>
  );
}

function Checked({ reviewed, checking }: { reviewed: ReviewedTarget; checking: boolean }) {
  const t = useText();
  const { target, report, error } = reviewed;
  const name = nameOf(target);
  return (
    <div>
      <Box variant="h3">{name}</Box>
      {report && <Findings label={t(text.checksOf, { name })} checks={{ report, error: null, text: "", checking }} />}
      {error && <FailureAlert error={error} connection={target.connection} />}
    </div>
  );
}
