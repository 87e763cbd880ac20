import Box from "@cloudscape-design/components/box";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { money } from "../../common/money";
import { useText } from "../../common/text";
import type { RunReview } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";

/** How many items a run sends over all its targets, and what they cost. */
export function RunSummary({ review }: { review: RunReview | undefined }) {
  const [cost, ...others] = review?.costs ?? [];
  const t = useText();
  const large = (value: string) => <Box fontSize="heading-l">{value}</Box>;
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t(text.items), value: large(t(common.count, { count: review?.items ?? 0 })) },
        { label: t(text.targets), value: large(t(common.count, { count: review?.targets.length ?? 0 })) },
        {
          label: t(text.price),
          value:
            cost && others.length === 0 ? (
              <SpaceBetween size="xxs">
                {large(
                  t(text.priceRange, {
                    least: money(cost.currency, cost.least),
                    most: money(cost.currency, cost.most),
                  }),
                )}
                <div>{t(text.priceText)}</div>
              </SpaceBetween>
            ) : (
              t(review && review.items > 0 ? text.priceMixed : common.none)
            ),
        },
      ]}
    />
  );
}
