import Box from "@cloudscape-design/components/box";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { targetKey, targetPath } from "../../features/targets/paths";
import type { TargetCost } from "../../ipc/client";
import { common } from "../../messages/common";
import { costs as text } from "../../messages/costs";
import { byNumber, byText } from "./order";
import { Section } from "./Section";
import { SortedTable } from "./SortedTable";
import { useShare } from "./share";
import { TargetsChart } from "./TargetsChart";

/** What was invalidated of each distribution and tenant. */
export function TargetsSection({ targets }: { targets: readonly TargetCost[] }) {
  const t = useText();
  const share = useShare();
  const title = t(text.byTarget);
  const all = targets.reduce((sum, { items }) => sum + items, 0);
  const byItems = byNumber<TargetCost>(({ items }) => items);
  return (
    <Section
      id="targets"
      title={title}
      chart={<TargetsChart targets={targets} />}
      table={
        <SortedTable
          label={title}
          rows={targets}
          rowKey={({ target }) => targetKey(target)}
          sorted={{ column: "items", isDescending: true }}
          columns={[
            {
              id: "name",
              header: t(text.target),
              minWidth: 180,
              cell: ({ target, name }) => (
                <>
                  <RouteLink to={targetPath(target)}>{name ?? target.id}</RouteLink>
                  {name && (
                    <Box variant="small" color="text-body-secondary" display="block">
                      {target.id}
                    </Box>
                  )}
                </>
              ),
              compare: byText(({ target, name }) => name ?? target.id),
            },
            {
              id: "items",
              header: t(text.items),
              cell: ({ items }) => t(common.count, { count: items }),
              compare: byItems,
            },
            { id: "share", header: t(text.share), cell: ({ items }) => share(items, all), compare: byItems },
            {
              id: "invalidations",
              header: t(text.invalidations),
              cell: ({ invalidations }) => t(common.count, { count: invalidations }),
              compare: byNumber(({ invalidations }) => invalidations),
            },
            {
              id: "last",
              header: t(text.last),
              minWidth: 130,
              cell: ({ last }) => <Time at={last} />,
              compare: byText(({ last }) => last),
            },
          ]}
        />
      }
    />
  );
}
