/** Development only: the pages in a browser, over a made-up Rust side. Open /look.html on the dev server. */
import { emit } from "@tauri-apps/api/event";
import type { SubmissionRow, WireFinding } from "../ipc/client";
import {
  distribution,
  fakeRustSide,
  invalidationDetails,
  invalidationPage,
  KEY,
  listed,
  opened,
  PRACTICE,
  report,
  submissionRow,
  waitingRow,
  wireError,
} from "./fake";
import { alternativesAnswers, careReport } from "./look-alternatives";
import { cheaperWays, lookCost } from "./look-cheaper";
import { connectionAnswers, moreConnections } from "./look-connections";
import { costAnswers } from "./look-costs";
import { importAnswers } from "./look-import";
import { queueAnswers, waitingSubmissions } from "./look-runs";
import { supportAnswers } from "./look-support";

const rows = [
  distribution({ nickname: "Shop", favourite: true, aliases: ["www.example.com", "example.com", "shop.example.com"] }),
  distribution({
    id: "E2G6YB1MFK7S9X",
    description: "News and press, with a rather long description of what it is for, and for whom, and since when",
    aliases: ["*.assets.example.org", "a-rather-long-name.of-a-campaign.example.com"],
    domainName: "d3f9m6wgs2jx8u.cloudfront.net",
  }),
  distribution({
    id: "E3TENANTS00003",
    description: "Partner bookshops",
    tenantOnly: true,
    aliases: [],
    domainName: "d0q4ju1bx6tm9c.cloudfront.net",
  }),
  distribution({
    id: "EZ8T2H6CDM4QKB",
    enabled: false,
    description: "Old campaigns: /rehearse/throttled, /rehearse/unavailable",
    aliases: ["summer.example.com"],
  }),
  distribution({
    id: "E5BYID00000005",
    listed: false,
    addedById: true,
    domainName: "",
    aliases: [],
    description: "",
    status: "",
  }),
];
const finding = (part: Partial<WireFinding>): WireFinding => ({
  line: 1,
  rule: "slashAdded",
  severity: "adjusted",
  subject: "",
  becomes: null,
  otherLine: null,
  fix: null,
  source: "CloudFront Developer Guide, “What you need to know when invalidating files”",
  ...part,
});
const findings = [
  finding({ line: 5, rule: "wildcardInside", severity: "error", subject: "*.jpg" }),
  finding({
    line: 8,
    rule: "tilde",
    severity: "error",
    subject: "~",
    fix: { replacement: ["/x*"] },
    source: "GitHub, aws/aws-sdk-js#4234",
  }),
  finding({ line: 6, rule: "dotSegments", severity: "warning", subject: "..", fix: { replacement: ["/b"] } }),
  finding({ line: 9, rule: "everything", severity: "warning", subject: "/*" }),
  finding({ line: 1, becomes: "/index.html" }),
  finding({ line: 2, rule: "trimmed", becomes: "/images/*" }),
];
let refused = new URLSearchParams(window.location.search).has("refuse");
const denied = wireError({
  code: "denied",
  detail: "User: arn:aws:iam::123456789012:user/marketing is not authorized to perform: cloudfront:CreateInvalidation",
  action: "cloudfront:CreateInvalidation",
  resource: "arn:aws:cloudfront::123456789012:distribution/E1SHOP00000001",
  policy: JSON.stringify(
    {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "cloudfront:CreateInvalidation",
          Resource: "arn:aws:cloudfront::123456789012:distribution/E1SHOP00000001",
        },
      ],
    },
    null,
    2,
  ),
});
const submissions: SubmissionRow[] = [
  ...waitingSubmissions,
  submissionRow({
    id: 9,
    state: {
      kind: "unknown",
      attempts: 2,
      lost: "2026-11-22T10:15:31Z",
      reason: { code: "replyLost", detail: "time-out after 30 s" },
    },
  }),
  submissionRow({}),
  submissionRow({
    id: 6,
    name: "",
    state: { kind: "refused", at: "2026-11-22T10:15:31Z", reason: { code: "denied", detail: denied.detail } },
  }),
  submissionRow({
    id: 5,
    state: { kind: "completed", invalidation: "I2", created: "2026-11-22T09:15:31Z", seen: "2026-11-22T09:15:50Z" },
  }),
];
const other = new URLSearchParams(window.location.search).has("endpoint");
let completed = false;
let sent = submissionRow({});
fakeRustSide({
  ...queueAnswers,
  ...importAnswers,
  ...connectionAnswers,
  ...costAnswers,
  ...alternativesAnswers,
  ...supportAnswers,
  connections: () =>
    other
      ? [
          { ...PRACTICE, inUse: false },
          { ...KEY, inUse: true },
        ]
      : [PRACTICE, KEY, ...moreConnections],
  distributions: ({ query }: { query: { filter: string } }) => {
    if (other)
      return listed([rows[4]!], { listingError: { ...denied, action: "cloudfront:ListDistributions", resource: "*" } });
    const found = rows.filter((row) => JSON.stringify(row).includes(query.filter));
    return listed(found, { total: rows.length });
  },
  distribution_details: ({ id }: { id: string }) => opened(rows.find((row) => row.id === id) ?? distribution({ id })),
  invalidations: ({ after, limit }: { after: string | null; limit: number }) => invalidationPage(12_000, after, limit),
  tenants: () => ({
    rows: [
      {
        id: "dt_1",
        distribution: "E3TENANTS00003",
        name: "Bakery",
        domains: ["bakery.example.com", "www.a-rather-long-bakery-name.example.co.uk"],
        status: "Deployed",
        enabled: true,
      },
    ],
    next: null,
  }),
  tenant_details: ({ id }: { id: string }) => ({
    id,
    distribution: "E3TENANTS00003",
    name: "Bakery",
    domains: ["bakery.example.com", "www.a-rather-long-bakery-name.example.co.uk"],
    status: "Deployed",
    enabled: true,
  }),
  check_items: ({ text }: { text: string }) =>
    text.includes("~")
      ? report({ items: 7, wildcards: 2, tags: 1, errors: 2, warnings: 2, adjusted: 40, findings })
      : report({
          items: text.split("\n").length,
          cost: lookCost(text.split("\n").length),
          cheaper: text.includes("\n") ? cheaperWays : [],
          ...careReport(text),
        }),
  apply_cheaper: () => "/blog/*",
  // Counts down, is refused the first time, and completed by the second.
  submit: () => {
    sent = waitingRow(5, { id: 7 });
    setTimeout(() => {
      const reason = { code: denied.code, detail: denied.detail };
      const at = new Date().toISOString();
      sent = submissionRow(refused ? { state: { kind: "refused", at, reason } } : {});
      refused = false;
      void emit("changed", { kind: "everything" });
    }, 5_000);
    setTimeout(() => {
      completed = true;
      void emit("changed", { kind: "everything" });
    }, 9_000);
    return sent;
  },
  refusal: () => denied,
  invalidation: ({ id }: { id: string }) =>
    invalidationDetails({ id, status: completed || id !== "I1" ? "Completed" : "InProgress" }),
  activity: () => ({ total: submissions.length, rows: submissions }),
  submission: ({ id }: { id: number }) => ({
    row: (id === 7 ? sent : submissions.find((row) => row.id === id)) ?? submissionRow({}),
    items: ["/index.html", "/images/*", "/news"],
    history: [
      { at: "2026-11-22T10:15:30Z", state: "queued", reason: null },
      { at: "2026-11-22T10:15:31Z", state: "sending", reason: null },
      { at: "2026-11-22T10:16:01Z", state: "unknown", reason: { code: "replyLost", detail: "time-out after 30 s" } },
    ],
  }),
  check_connection: () => ({
    identity: { account: "123456789012", arn: "arn:aws:iam::123456789012:user/marketing" },
    identityError: null,
    listingError: denied,
  }),
  note_distribution: () => null,
  add_distribution: ({ id }: { id: string }) => distribution({ id }),
  use_connection: () => null,
});

await import("../main");
