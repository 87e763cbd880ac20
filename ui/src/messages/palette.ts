import { defineMessages } from "react-intl";

/** The search over everything, and what it leads to. */
export const palette = defineMessages({
  title: { id: "palette.title", defaultMessage: "Search" },
  find: { id: "palette.find", defaultMessage: "Find a distribution, an invalidation, a batch or an action" },
  createTitle: { id: "palette.createTitle", defaultMessage: "Create invalidation" },
  chooseDistribution: { id: "palette.chooseDistribution", defaultMessage: "Find the distribution to clear pages of" },
  everything: { id: "palette.everything", defaultMessage: "Search everything" },
  results: { id: "palette.results", defaultMessage: "Found" },
  searching: { id: "palette.searching", defaultMessage: "Searching" },
  count: {
    id: "palette.count",
    defaultMessage: "{count, plural, one {# result} other {# results}}. Go through them with the arrow keys.",
  },
  noMatch: {
    id: "palette.noMatch",
    defaultMessage: "Nothing fits “{typed}”. Try a part of a name, an ID, an address, or what you want to do.",
  },
  empty: { id: "palette.empty", defaultMessage: "There is nothing to choose from yet." },
  failed: { id: "palette.failed", defaultMessage: "Not everything could be searched: {reason}" },
  distributions: { id: "palette.distributions", defaultMessage: "Distributions" },
  batches: { id: "palette.batches", defaultMessage: "Saved batches" },
  invalidations: { id: "palette.invalidations", defaultMessage: "Invalidation" },
  submissions: { id: "palette.submissions", defaultMessage: "Sent by this app" },
  actions: { id: "palette.actions", defaultMessage: "Actions" },
  openInvalidation: { id: "palette.openInvalidation", defaultMessage: "Open invalidation {id}" },
  ofTarget: { id: "palette.ofTarget", defaultMessage: "of {target}" },
  unnamed: { id: "palette.unnamed", defaultMessage: "Without a name" },
  runBatch: { id: "palette.runBatch", defaultMessage: "Run {name}" },
  editBatch: { id: "palette.editBatch", defaultMessage: "Edit {name}" },
  goTo: { id: "palette.goTo", defaultMessage: "Go to {page}" },
  createOn: { id: "palette.createOn", defaultMessage: "Create invalidation on a distribution…" },
  createBatch: { id: "palette.createBatch", defaultMessage: "Create batch" },
  importBatches: { id: "palette.importBatches", defaultMessage: "Import batches" },
  addConnection: { id: "palette.addConnection", defaultMessage: "Add connection: {kind}" },
  diagnostics: { id: "palette.diagnostics", defaultMessage: "Save diagnostics" },
  help: { id: "palette.help", defaultMessage: "Help for this page" },
});
