import Box from "@cloudscape-design/components/box";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { RunCosts } from "../../features/review-panel/RunCosts";
import type { RunReview } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { review as words } from "../../messages/review";

/** How many items a run sends over all its targets, and what they cost in each account. */
export function RunSummary({ review }: { review: RunReview | undefined }) {
  const t = useText();
  // One is enough: it says itself what it is about.
  const [refused] = review?.targets.flatMap(({ report }) => report?.refused ?? []) ?? [];
  const large = (value: string) => <Box fontSize="heading-l">{value}</Box>;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={2}
        items={[
          { label: t(text.items), value: large(t(common.count, { count: review?.items ?? 0 })) },
          { label: t(text.targets), value: large(t(common.count, { count: review?.targets.length ?? 0 })) },
        ]}
      />
      {refused && <FailureAlert error={refused} />}
      {review && review.items > 0 ? (
        <RunCosts costs={review.costs} />
      ) : (
        <Box color="text-body-secondary">{t(words.nothing)}</Box>
      )}
    </SpaceBetween>
  );
}
