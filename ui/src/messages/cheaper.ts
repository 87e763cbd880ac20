import { defineMessages } from "react-intl";

/** Ways to clear the same with fewer items. */
export const cheaper = defineMessages({
  title: { id: "cheaper.title", defaultMessage: "Cheaper" },
  description: {
    id: "cheaper.description",
    defaultMessage: "The same pages with fewer items. Nothing changes before you choose Apply.",
  },
  covered: {
    id: "cheaper.covered",
    defaultMessage:
      "{count, plural, one {# item is} other {# items are}} cleared by a wildcard of the list already: leave {count, plural, one {it} other {them}} out",
  },
  coveredBy: {
    id: "cheaper.coveredBy",
    defaultMessage: "{count, plural, one {# item is} other {# items are}} cleared by {item} already",
  },
  twins: { id: "cheaper.twins", defaultMessage: "{first} and {second} → {item}" },
  twinsMany: {
    id: "cheaper.twinsMany",
    defaultMessage: "{count, number} paths with and without a slash at the end → {item}",
  },
  directory: { id: "cheaper.directory", defaultMessage: "{count, number} paths under {base} → {item}" },
  queries: { id: "cheaper.queries", defaultMessage: "{count, number} query strings of {base} → {item}" },
  tags: {
    id: "cheaper.tags",
    defaultMessage:
      "{count, plural, one {# path} other {# paths}} could go as cache tags: this distribution reads them from the header {header}",
  },
  tagsHint: {
    id: "cheaper.tagsHint",
    defaultMessage:
      "One tag (#name) clears every page that carries it, and counts as one item. Which tags your pages carry, whoever builds the site can say.",
  },
  saves: {
    id: "cheaper.saves",
    defaultMessage: "Saves {count, plural, one {# item} other {# items}} ({money})",
  },
  savesItems: {
    id: "cheaper.savesItems",
    defaultMessage: "Saves {count, plural, one {# item} other {# items}}, all of them free ones",
  },
  savesUpTo: { id: "cheaper.savesUpTo", defaultMessage: "{least} to {most}" },
  alsoClears: {
    id: "cheaper.alsoClears",
    defaultMessage:
      "Also clears {count, plural, one {# other path that was} other {# other paths that were}} cleared here before, such as {paths}.",
  },
  alsoUnknown: {
    id: "cheaper.alsoUnknown",
    defaultMessage: "No other path under it is known; new ones are cleared too.",
  },
  examples: {
    id: "cheaper.examples",
    defaultMessage: "{count, plural, one {The item} other {The # items}} that it takes out",
  },
  moreExamples: { id: "cheaper.moreExamples", defaultMessage: "and {count, number} more" },
  apply: { id: "cheaper.apply", defaultMessage: "Apply" },
  applyWhat: { id: "cheaper.applyWhat", defaultMessage: "Apply: {what}" },
  applied: {
    id: "cheaper.applied",
    defaultMessage: "Applied: {count, plural, one {# item} other {# items}} fewer",
  },
  undo: { id: "cheaper.undo", defaultMessage: "Undo" },
  showMore: { id: "cheaper.showMore", defaultMessage: "Show {count, number} more" },
});
