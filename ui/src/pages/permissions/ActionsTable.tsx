import Header from "@cloudscape-design/components/header";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import type { MessageDescriptor } from "react-intl";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import type { PermissionKnown, PermissionPurpose, PermissionRow } from "../../ipc/client";
import { permissions as text } from "../../messages/permissions";

const PURPOSES: Record<PermissionPurpose, MessageDescriptor> = {
  invalidate: text.forInvalidate,
  follow: text.forFollow,
  list: text.forList,
  check: text.forCheck,
  count: text.forCount,
  rotate: text.forRotate,
};

const KNOWN: Record<PermissionKnown, { type: StatusIndicatorProps.Type; words: MessageDescriptor }> = {
  refused: { type: "error", words: text.refused },
  works: { type: "success", words: text.works },
  untried: { type: "pending", words: text.untried },
};

/** What a policy allows, and what is known of it: what is refused comes first. */
export function ActionsTable({ actions }: { actions: readonly PermissionRow[] }) {
  const t = useText();
  const refused = actions.filter(({ known }) => known === "refused");
  const others = actions.filter(({ known }) => known !== "refused");
  return (
    <Table<PermissionRow>
      header={
        <Header variant="h2" description={t(text.actionsText)}>
          {t(text.actions)}
        </Header>
      }
      items={[...refused, ...others]}
      trackBy={({ action, resource, purpose }) => [action, resource, purpose].join(" ")}
      wrapLines={true}
      ariaLabels={{ tableLabel: t(text.actions) }}
      columnDefinitions={[
        {
          id: "action",
          header: t(text.action),
          isRowHeader: true,
          minWidth: 250,
          cell: ({ action }) => <code className="permissions-resource">{action}</code>,
        },
        {
          id: "resource",
          header: t(text.resource),
          minWidth: 200,
          cell: ({ resource }) => <code className="permissions-resource">{resource}</code>,
        },
        { id: "purpose", header: t(text.purpose), cell: ({ purpose }) => t(PURPOSES[purpose]) },
        {
          id: "known",
          header: t(text.known),
          minWidth: 140,
          cell: ({ known, at }) => (
            <>
              <StatusIndicator type={KNOWN[known].type}>{t(KNOWN[known].words)}</StatusIndicator>
              {at && (
                <div>
                  <Time at={at} />
                </div>
              )}
            </>
          ),
        },
      ]}
      empty={t(text.none)}
    />
  );
}
