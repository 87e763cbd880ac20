import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Text, useText } from "../../common/text";
import { permissionsPath } from "../../features/connection/paths";
import { RouteLink } from "../../features/frame/RouteLink";
import { targetKey } from "../../features/targets/paths";
import type { Gap } from "../../ipc/client";
import { common } from "../../messages/common";
import { counting as text } from "../../messages/counting";
import { errors } from "../../messages/errors";
import { SortedTable } from "./SortedTable";
import "./costs.css";

/** What could not be counted, each named with its reason, and the way to the permissions that it takes. */
export function Gaps({ gaps, connection }: { gaps: readonly Gap[]; connection: string }) {
  const t = useText();
  const title = t(text.gaps);
  return (
    <ExpandableSection variant="container" headerText={title} headerCounter={t(common.counter, { count: gaps.length })}>
      <SpaceBetween size="s">
        <div>
          {t(text.gapsText)}{" "}
          <RouteLink to={permissionsPath(connection)} inText={true}>
            {t(common.permissions)}
          </RouteLink>
        </div>
        <SortedTable
          label={title}
          rows={gaps}
          rowKey={(gap) => [gap.kind, gap.target ? targetKey(gap.target) : "", gap.error.code].join(" ")}
          columns={[
            { id: "what", header: t(text.what), minWidth: 180, cell: (gap) => whatOf(t, gap) },
            { id: "why", header: t(text.why), minWidth: 220, cell: ({ error }) => <Reason error={error} /> },
            { id: "action", header: t(text.action), minWidth: 270, cell: ({ error }) => <Missing error={error} /> },
          ]}
        />
      </SpaceBetween>
    </ExpandableSection>
  );
}

function whatOf(t: Text, { kind, target, name, count }: Gap): string {
  const known = name ?? target?.id;
  const whose = known ?? t(text.gapAccount);
  switch (kind) {
    case "distributions":
      return t(text.gapDistributions);
    case "tenants":
      return known ? t(text.gapTenants, { name: known }) : t(text.gapAllTenants);
    case "invalidations":
      return t(text.gapInvalidations, { name: whose });
    case "items":
      return t(text.gapItems, { count, name: whose });
  }
}

function Reason({ error }: Pick<Gap, "error">) {
  const t = useText();
  return (
    <>
      <div>{t((errors[error.code] ?? errors.unexpected).happened)}</div>
      {error.detail && <div className="costs-detail">{error.detail}</div>}
    </>
  );
}

function Missing({ error: { action, resource } }: Pick<Gap, "error">) {
  const t = useText();
  if (!action) return t(common.none);
  return (
    <>
      <code className="costs-code">{action}</code>
      {resource && (
        <div>
          {t(common.onResource)} <code className="costs-code">{resource}</code>
        </div>
      )}
    </>
  );
}
