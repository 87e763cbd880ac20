import { expect, it } from "vitest";
import type { WayRow } from "../../ipc/client";
import { ACTIONS, whyNot, whyStays } from "./actions";

const role = { roleArn: "arn:aws:iam::123456789012:role/shop", externalId: null, sessionName: null, mfaSerial: null };
const WAYS = {
  practice: { kind: "practice" },
  profile: { kind: "profile", name: "corp" },
  accessKey: { kind: "accessKey", accessKeyId: "AKIA1" },
  temporary: { kind: "accessKey", accessKeyId: "ASIA1" },
  identityCenter: { kind: "identityCenter", startUrl: "https://s", region: "r", account: "1", role: "Editors" },
  role: { kind: "role", base: "c2", baseName: "Base", ...role },
} satisfies Record<string, WayRow>;

it("each kind of connection has the actions that fit it", () => {
  const possible = Object.entries(WAYS).map(([kind, way]) => [
    kind,
    ACTIONS.filter((one) => !whyNot(one, { way, fixedBy: null })),
  ]);
  expect(Object.fromEntries(possible)).toEqual({
    practice: ["permissions"],
    profile: ["edit", "signOut", "permissions"],
    accessKey: ["edit", "enterKey", "rotate", "permissions"],
    temporary: ["edit", "enterKey", "permissions"],
    identityCenter: ["edit", "signOut", "permissions"],
    role: ["edit", "signOut", "permissions"],
  });
});

it("what the administrator's file brought is neither edited nor removed", () => {
  const fixedBy = "/etc/housekeeper/policy.toml";
  for (const way of [WAYS.profile, WAYS.accessKey, WAYS.identityCenter, WAYS.role]) {
    expect(whyNot("edit", { way, fixedBy })?.defaultMessage).toBe("Set by your administrator");
    expect(whyStays({ way, fixedBy })?.defaultMessage).toBe("Set by your administrator");
    expect(whyStays({ way, fixedBy: null })).toBeNull();
  }
  expect(whyNot("enterKey", { way: WAYS.accessKey, fixedBy })).toBeNull();
  expect(whyStays({ way: WAYS.practice, fixedBy: null })).not.toBeNull();
});
