import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useText } from "../../common/text";
import type { Origin } from "../../ipc/client";
import { common } from "../../messages/common";
import { review as text } from "../../messages/review";
import { useMonth } from "./useMonth";

const ORIGINS = ["housekeeper", "cli", "other"] as const satisfies readonly Origin[];

/** Who used the month so far, folded away at first. */
export function WhoUsed({ connection }: { connection: string }) {
  const t = useText();
  const month = useMonth(connection).data;
  if (!month || month.origins.length === 0) return null;
  const itemsOf = (origin: Origin) => month.origins.find((one) => one.origin === origin)?.items ?? 0;
  return (
    <ExpandableSection variant="footer" headerText={t(text.whoUsed)}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={80}
        items={ORIGINS.map((origin) => ({
          label: t(text[origin]),
          value: t(common.count, { count: itemsOf(origin) }),
        }))}
      />
      <Box variant="small" color="text-body-secondary">
        {t(text.whoHint)}
      </Box>
    </ExpandableSection>
  );
}
