import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Icon from "@cloudscape-design/components/icon";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import { HostName } from "../../common/HostName";
import { LongText } from "../../common/LongText";
import { StarButton } from "../../common/StarButton";
import type { Text } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { DistributionStatus } from "../../features/targets/DistributionStatus";
import { targetPath } from "../../features/targets/paths";
import { distributionName } from "../../features/targets/useTargetNames";
import type { DistributionColumn, DistributionRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { distributions as text } from "../../messages/distributions";
import { drafts } from "../../messages/drafts";

/** The column of the stars; sorted by it, favourites and recently opened distributions come first. */
export const FAVOURITE = "favourite";

type Column = TableProps.ColumnDefinition<DistributionRow> & { id: DistributionColumn | typeof FAVOURITE };

/** What a row can ask for. */
type Asks = { favourite: (row: DistributionRow) => void; nickname: (row: DistributionRow) => void };

/** How many aliases are written out in a row. */
const ALIASES_SHOWN = 2;

/** The columns of the page Distributions. */
export function distributionColumns(t: Text, ask: Asks, hasDraft: (id: string) => boolean): Column[] {
  return [
    {
      id: FAVOURITE,
      sortingField: FAVOURITE,
      header: <Icon name="star" ariaLabel={t(text.favourite)} />,
      width: 70,
      cell: (row) => (
        <StarButton
          pressed={row.favourite}
          label={t(row.favourite ? text.removeFavourite : text.addFavourite, { name: distributionName(row) })}
          onChange={() => ask.favourite(row)}
        />
      ),
    },
    {
      id: "id",
      sortingField: "id",
      header: t(text.id),
      isRowHeader: true,
      cell: (row) => (
        <>
          <RouteLink to={targetPath({ kind: "distribution", id: row.id })}>{row.id}</RouteLink>
          {hasDraft(row.id) && (
            <>
              {" "}
              <Badge>{t(drafts.draft)}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      id: "nickname",
      sortingField: "nickname",
      header: t(text.nickname),
      cell: (row) => (
        <span>
          {row.nickname ?? t(common.none)}
          {/* Never alone on a line of its own. */}
          {"\u00a0"}
          <Button
            variant="inline-icon"
            iconName="edit"
            ariaLabel={t(text.editNickname, { name: row.id })}
            onClick={() => ask.nickname(row)}
          />
        </span>
      ),
    },
    {
      id: "domainName",
      sortingField: "domainName",
      header: t(text.domainName),
      cell: (row) => (row.domainName ? <HostName name={row.domainName} /> : t(common.none)),
    },
    {
      id: "aliases",
      sortingField: "aliases",
      header: t(text.aliases),
      cell: (row) => <Aliases names={row.aliases} t={t} />,
    },
    {
      id: "description",
      sortingField: "description",
      header: t(text.descriptionColumn),
      minWidth: 110,
      cell: (row) => <Description row={row} t={t} />,
    },
    { id: "status", sortingField: "status", header: t(text.status), cell: (row) => <DistributionStatus row={row} /> },
  ];
}

function Aliases({ names, t }: { names: readonly string[]; t: Text }) {
  if (names.length === 0) return t(common.none);
  const more = names.length - ALIASES_SHOWN;
  return (
    <span title={names.join("\n")}>
      {names.slice(0, ALIASES_SHOWN).map((name) => (
        <div key={name}>
          <HostName name={name} />
        </div>
      ))}
      {more > 0 && (
        <Box variant="small" color="text-body-secondary">
          {t(text.moreAliases, { count: more })}
        </Box>
      )}
    </span>
  );
}

function Description({ row, t }: { row: DistributionRow; t: Text }) {
  const badges = [
    row.tenantOnly && (
      <Badge key="tenants" color="blue">
        {t(text.tenantOnly)}
      </Badge>
    ),
    row.staging && <Badge key="staging">{t(text.staging)}</Badge>,
    row.addedById && <Badge key="by-id">{t(text.addedById)}</Badge>,
  ].filter(Boolean);
  if (row.description === "" && badges.length === 0) return t(common.none);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {row.description !== "" && <LongText text={row.description} />}
      {badges}
    </SpaceBetween>
  );
}
