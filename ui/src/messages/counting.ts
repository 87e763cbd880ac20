import { defineMessages } from "react-intl";

/** Counting a month on the page Costs: how far it is, why it ended, and what could not be read. */
export const counting = defineMessages({
  again: { id: "counting.again", defaultMessage: "Count again" },
  running: { id: "counting.running", defaultMessage: "The month is being counted" },
  stop: { id: "counting.stop", defaultMessage: "Stop" },
  notStopped: { id: "counting.notStopped", defaultMessage: "Counting could not be stopped" },
  stays: {
    id: "counting.stays",
    defaultMessage: "What is known so far stands below, and grows. You can go on working.",
  },
  listing: { id: "counting.listing", defaultMessage: "Listing the distributions…" },
  listed: {
    id: "counting.listed",
    defaultMessage: "{done, number} of {targets, number} distributions and tenants listed",
  },
  read: { id: "counting.read", defaultMessage: "{read, number} of {found, number} invalidations read" },
  slow: { id: "counting.slow", defaultMessage: "AWS asks us to go slower, so this takes longer." },
  byPerson: { id: "counting.byPerson", defaultMessage: "Counting was stopped" },
  byPersonText: {
    id: "counting.byPersonText",
    defaultMessage: "What was read stays. Count again to go on from there.",
  },
  failed: { id: "counting.failed", defaultMessage: "The month could not be counted to the end" },
  partial: { id: "counting.partial", defaultMessage: "Not everything was counted" },
  partialGaps: {
    id: "counting.partialGaps",
    defaultMessage:
      "Some of it could not be read: what that is stands below. The month may hold more items than these, and cost more.",
  },
  partialNever: {
    id: "counting.partialNever",
    defaultMessage:
      "This month was never counted to the end, so the figures hold what is known so far. It may hold more items, and cost more.",
  },
  gaps: { id: "counting.gaps", defaultMessage: "What could not be counted" },
  gapsText: {
    id: "counting.gapsText",
    defaultMessage: "Permissions shows what this connection needs, ready to send to your administrator.",
  },
  what: { id: "counting.what", defaultMessage: "What" },
  why: { id: "counting.why", defaultMessage: "Why" },
  action: { id: "counting.action", defaultMessage: "Missing permission" },
  gapDistributions: { id: "counting.gapDistributions", defaultMessage: "The list of the account’s distributions" },
  gapTenants: { id: "counting.gapTenants", defaultMessage: "The tenants of {name}" },
  gapAllTenants: { id: "counting.gapAllTenants", defaultMessage: "The list of the account’s tenants" },
  gapInvalidations: { id: "counting.gapInvalidations", defaultMessage: "The invalidations of {name}" },
  gapItems: {
    id: "counting.gapItems",
    defaultMessage: "{count, plural, one {# invalidation} other {# invalidations}} of {name}",
  },
  gapAccount: { id: "counting.gapAccount", defaultMessage: "the account" },
});
