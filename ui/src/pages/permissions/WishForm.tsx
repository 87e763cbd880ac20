import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import TokenGroup from "@cloudscape-design/components/token-group";
import { useText } from "../../common/text";
import type { PermissionWish } from "../../ipc/client";
import { permissions as text } from "../../messages/permissions";
import { DistributionsField } from "./DistributionsField";
import { IdInput } from "./IdInput";
import { withId } from "./wish";

type Props = {
  connection: string;
  /** Whether IAM can give the connection another access key. */
  hasKey: boolean;
  wish: PermissionWish;
  names: ReadonlyMap<string, string>;
  /** Why an id is none, and beside which ids that is said. */
  refused: { field: "distributions" | "tenants"; sentence: string } | null;
  onChange: (part: Partial<PermissionWish>) => void;
  onNames: (names: ReadonlyMap<string, string>) => void;
};

/** Asks what a policy is to be for. */
export function WishForm({ connection, hasKey, wish, names, refused, onChange, onNames }: Props) {
  const t = useText();
  const toggles = (["listing", "checks", "costs", "rotation"] as const).filter((one) => hasKey || one !== "rotation");
  const hints = {
    listing: text.listingHint,
    checks: text.checksHint,
    costs: text.costsHint,
    rotation: text.rotationHint,
  } as const;
  const errorOf = (field: "distributions" | "tenants") => (refused?.field === field ? refused.sentence : undefined);
  return (
    <Container header={<Header variant="h2">{t(text.wish)}</Header>}>
      <SpaceBetween size="l">
        <DistributionsField
          connection={connection}
          chosen={wish.distributions}
          names={names}
          onChange={(distributions, known) => {
            onChange({ distributions });
            onNames(known);
          }}
        />
        <ColumnLayout columns={2}>
          <IdInput
            label={t(text.distributionById)}
            hint={t(text.distributionByIdHint)}
            add={t(text.addDistribution)}
            error={errorOf("distributions")}
            onAdd={(id) => onChange({ distributions: withId(wish.distributions, id) })}
          />
          <SpaceBetween size="xs">
            <IdInput
              label={t(text.tenantById)}
              hint={t(text.tenantByIdHint)}
              add={t(text.addTenant)}
              error={errorOf("tenants")}
              onAdd={(id) => onChange({ tenants: withId(wish.tenants, id) })}
            />
            {wish.tenants.length > 0 && (
              <fieldset className="permissions-tenants" aria-label={t(text.tenants)}>
                <TokenGroup
                  items={wish.tenants.map((id) => ({ label: id, dismissLabel: t(text.takeOut, { what: id }) }))}
                  onDismiss={({ detail }) =>
                    onChange({ tenants: wish.tenants.filter((_, place) => place !== detail.itemIndex) })
                  }
                />
              </fieldset>
            )}
          </SpaceBetween>
        </ColumnLayout>
        <ColumnLayout columns={2}>
          {toggles.map((one) => (
            <Toggle
              key={one}
              checked={wish[one]}
              description={t(hints[one])}
              onChange={({ detail }) => onChange({ [one]: detail.checked })}
            >
              {t(text[one])}
            </Toggle>
          ))}
        </ColumnLayout>
      </SpaceBetween>
    </Container>
  );
}
