/** Development only: connections of every kind and state, and the permissions of one. */
import type { ConnectionRow, PermissionsPage } from "../ipc/client";
import { type Answers, KEY } from "./fake";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const arn = "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Editors_0123456789abcdef/someone@example.com";
const AWS = { ...KEY, endpoint: null, customEndpoint: null };

/** Beside the practice account and the access key. */
export const moreConnections: ConnectionRow[] = [
  {
    ...AWS,
    id: "c3",
    name: "Online shop, live",
    colour: "red",
    production: true,
    way: {
      kind: "identityCenter",
      startUrl: "https://example.awsapps.com/start",
      region: "eu-central-1",
      account: "123456789012",
      role: "Editors",
    },
    arn,
    session: { kind: "until", expiresAt: inMinutes(300), renews: true },
  },
  {
    ...AWS,
    id: "c4",
    name: "Press",
    colour: "purple",
    way: {
      kind: "role",
      base: "c3",
      baseName: "Online shop, live",
      roleArn: "arn:aws:iam::210987654321:role/press/cache-clearing",
      externalId: null,
      sessionName: null,
      mfaSerial: "arn:aws:iam::123456789012:mfa/someone",
    },
    fips: true,
    dualStack: true,
    session: {
      kind: "asks",
      what: "mfaCode",
      connection: "c4",
      detail: "arn:aws:iam::123456789012:mfa/someone",
    },
  },
  {
    ...AWS,
    id: "c5",
    name: "corp",
    way: { kind: "profile", name: "corp-marketing-staging" },
    account: null,
    arn: null,
    session: { kind: "unopened" },
  },
  {
    ...AWS,
    id: "c6",
    name: "China",
    colour: "green",
    china: true,
    inMemory: true,
    way: { kind: "accessKey", accessKeyId: "ASIAIOSFODNN7EXAMPLE" },
    session: { kind: "until", expiresAt: inMinutes(12), renews: false },
  },
  { ...AWS, id: "c7", name: "Old key", session: { kind: "asks", what: "accessKey", connection: "c7", detail: "" } },
];

const shop = "arn:aws:cloudfront::123456789012:distribution/E1SHOP00000001";
const page: PermissionsPage = {
  policy: JSON.stringify(
    {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "InvalidateDistributions",
          Effect: "Allow",
          Action: "cloudfront:CreateInvalidation",
          Resource: shop,
        },
      ],
    },
    null,
    2,
  ),
  actions: [
    {
      action: "cloudfront:CreateInvalidation",
      resource: shop,
      purpose: "invalidate",
      known: "works",
      at: "2026-11-22T10:15:30Z",
    },
    { action: "cloudfront:GetInvalidation", resource: shop, purpose: "follow", known: "untried", at: null },
    {
      action: "cloudfront:ListDistributions",
      resource: "*",
      purpose: "list",
      known: "refused",
      at: "2026-11-22T10:15:30Z",
    },
  ],
};

/** What is asked about them. */
export const connectionAnswers: Answers = {
  permissions: () => page,
  describe_connection: () => null,
  replace_access_key: () => ({
    identity: { account: "123456789012", arn: KEY.arn },
    identityError: null,
    listingError: null,
  }),
  rotate_access_key: () => ({ accessKeyId: "AKIANEWEXAMPLE", oldAccessKeyId: "AKIAIOSFODNN7EXAMPLE", problem: null }),
  sign_out: () => null,
};
