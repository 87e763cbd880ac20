import type { Text } from "../../common/text";
import type { ConnectionRow, PermissionsPage, PermissionWish } from "../../ipc/client";
import { permissions as text } from "../../messages/permissions";

/** What stands in a policy where the account's number is not known. */
const ACCOUNT_ID = "ACCOUNT_ID";

/** Whether the administrator has to put in the account's number. */
export function lacksAccount({ policy }: Pick<PermissionsPage, "policy">): boolean {
  return policy.includes(ACCOUNT_ID);
}

type Parts = {
  connection: ConnectionRow;
  wish: PermissionWish;
  page: PermissionsPage;
  /** What people call the distributions, by id. */
  names: ReadonlyMap<string, string>;
  timeText: (at: string) => string;
};

/** A letter to whoever manages the AWS account, ready to be forwarded. */
export function messageFor(t: Text, { connection, wish, page, names, timeText }: Parts): string {
  const paragraphs = [
    t(text.greeting),
    t(text.intro),
    who(t, connection),
    list(t(text.want), wants(t, wish, names)),
    list(t(text.refusedSoFar), refusals(t, page, timeText)),
    [thePolicy(t, connection), lacksAccount(page) ? t(text.accountIdNote) : ""].filter(Boolean).join("\n"),
    page.policy,
    t(text.thanks),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** As far as it is known: AWS's own word first, then what the connection says. */
function who(t: Text, { arn, account, way }: ConnectionRow): string {
  if (arn && account) return t(text.who, { arn, account });
  switch (way.kind) {
    case "identityCenter":
      return t(text.whoRole, { role: way.role, account: way.account });
    case "role":
      return t(text.whoRoleArn, { arn: way.roleArn });
    case "accessKey":
      return t(text.whoKey, { key: way.accessKeyId });
    case "profile":
      return t(text.whoProfile, { profile: way.name });
    case "practice":
      return "";
  }
}

function wants(t: Text, wish: PermissionWish, names: ReadonlyMap<string, string>): string[] {
  const named = (id: string) => {
    const name = names.get(id) ?? id;
    return name === id ? id : `${id} (${name})`;
  };
  return [
    ...wish.distributions.map((id) => t(text.wantDistribution, { name: named(id) })),
    ...wish.tenants.map((id) => t(text.wantTenant, { id })),
    ...(wish.listing ? [t(text.wantListing)] : []),
    ...(wish.checks ? [t(text.wantChecks)] : []),
    ...(wish.costs ? [t(text.wantCosts)] : []),
    ...(wish.rotation ? [t(text.wantRotation)] : []),
  ];
}

/** Each once: the same action may serve several purposes. */
function refusals(t: Text, { actions }: PermissionsPage, timeText: (at: string) => string): string[] {
  const refused = actions.filter(({ known }) => known === "refused");
  return [
    ...new Set(
      refused.map(({ action, resource, at }) =>
        at === null
          ? t(text.refusedAt, { action, resource })
          : t(text.refusedOn, { action, resource, time: timeText(at) }),
      ),
    ),
  ];
}

function thePolicy(t: Text, { way }: ConnectionRow): string {
  return way.kind === "identityCenter" ? t(text.thePolicySet, { role: way.role }) : t(text.thePolicy);
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [heading, ...lines.map((line) => `- ${line}`)].join("\n");
}
