import Box from "@cloudscape-design/components/box";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import type { Origin, OriginCost } from "../../ipc/client";
import { costs as text } from "../../messages/costs";
import { ORIGINS } from "./origin";
import { useShare } from "./share";

/** Who used the month, as far as the caller references tell. */
export function Origins({ origins }: { origins: readonly OriginCost[] }) {
  const t = useText();
  const share = useShare();
  const all = origins.reduce((sum, { items }) => sum + items, 0);
  if (all === 0) return null;
  const itemsOf = (wanted: Origin) => origins.find(({ origin }) => origin === wanted)?.items ?? 0;
  return (
    <SpaceBetween size="xs">
      <div>
        <Box variant="h3">{t(text.who)}</Box>
        <Box variant="small" color="text-body-secondary">
          {t(text.whoText)}
        </Box>
      </div>
      <KeyValuePairs
        columns={3}
        ariaLabel={t(text.who)}
        items={(Object.keys(ORIGINS) as Origin[]).map((origin) => ({
          label: t(ORIGINS[origin]),
          value: t(text.itemsShare, { items: itemsOf(origin), share: share(itemsOf(origin), all) }),
        }))}
      />
    </SpaceBetween>
  );
}
