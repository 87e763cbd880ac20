import { defineMessages } from "react-intl";

/** What a run costs, and the month around it. */
export const review = defineMessages({
  run: { id: "review.run", defaultMessage: "This run" },
  nothing: { id: "review.nothing", defaultMessage: "Nothing to send yet." },
  range: { id: "review.range", defaultMessage: "{least} to {most}" },
  whyRange: {
    id: "review.whyRange",
    defaultMessage: "A range, because this month was not counted in full: how many free items are left is not sure.",
  },
  freeLeft: { id: "review.freeLeft", defaultMessage: "Free items left before it" },
  itemsAfter: { id: "review.itemsAfter", defaultMessage: "The month’s items after it" },
  costAfter: { id: "review.costAfter", defaultMessage: "The month’s cost after it" },
  exactly: { id: "review.exactly", defaultMessage: "{count, number}" },
  atMost: { id: "review.atMost", defaultMessage: "At most {count, number}" },
  atLeast: { id: "review.atLeast", defaultMessage: "At least {count, number}" },
  counted: { id: "review.counted", defaultMessage: "The month was counted" },
  neverCounted: { id: "review.neverCounted", defaultMessage: "The month was not counted yet." },
  estimate: {
    id: "review.estimate",
    defaultMessage:
      "Pay-as-you-go estimate: {perItem} an item after the month’s {free, number} free ones; a wildcard counts as one.",
  },
  toCosts: { id: "review.toCosts", defaultMessage: "See the month’s costs" },
  costOf: { id: "review.costOf", defaultMessage: "Through {name}" },
  counting: { id: "review.counting", defaultMessage: "Counting the month…" },
  countingOf: {
    id: "review.countingOf",
    defaultMessage: "Counting the month… {read, number} of {all, number} read",
  },
  countingSlow: { id: "review.countingSlow", defaultMessage: "AWS asks for a slower pace, so it takes a while." },
  whoUsed: { id: "review.whoUsed", defaultMessage: "Who used the month so far" },
  housekeeper: { id: "review.housekeeper", defaultMessage: "This app" },
  cli: { id: "review.cli", defaultMessage: "AWS CLI" },
  other: { id: "review.other", defaultMessage: "Others" },
  whoHint: {
    id: "review.whoHint",
    defaultMessage:
      "As far as caller references tell. Invalidations of deleted distributions are out of sight and not among these.",
  },
});
