import { defineMessages } from "react-intl";

/** Importing batches, or paths into the editor. */
export const importing = defineMessages({
  title: { id: "import.title", defaultMessage: "Import batches" },
  helpKinds: {
    id: "import.helpKinds",
    defaultMessage:
      "Take over batches from another computer, a batch file of the AWS CLI, or a list of paths or URLs. The file is read on this computer and goes nowhere else.",
  },
  helpNothingYet: {
    id: "import.helpNothingYet",
    defaultMessage:
      "Nothing is saved until you import what was found, and nothing is invalidated by that: the batches then stand under Saved batches, ready to be run.",
  },
  import: { id: "import.import", defaultMessage: "Import" },
  file: { id: "import.file", defaultMessage: "File" },
  fileHint: {
    id: "import.fileHint",
    defaultMessage:
      "Housekeeper’s own files, AWS CLI batch files, plain text, CSV and sitemaps; also packed with gzip.",
  },
  choose: { id: "import.choose", defaultMessage: "Choose file" },
  drop: { id: "import.drop", defaultMessage: "Drop the file here" },
  removeFile: { id: "import.removeFile", defaultMessage: "Take out {name}" },
  paste: { id: "import.paste", defaultMessage: "Paste paths or URLs" },
  pasteHint: { id: "import.pasteHint", defaultMessage: "One a line." },
  readPasted: { id: "import.readPasted", defaultMessage: "Read pasted text" },
  pasteFirst: { id: "import.pasteFirst", defaultMessage: "Paste something first." },
  pastedName: { id: "import.pastedName", defaultMessage: "Pasted list" },
  sending: { id: "import.sending", defaultMessage: "Reading the file" },
  stop: { id: "import.stop", defaultMessage: "Stop" },
  reading: { id: "import.reading", defaultMessage: "Finding out what is in it" },
  notRead: { id: "import.notRead", defaultMessage: "The file was not read" },
  found: { id: "import.found", defaultMessage: "What is in it" },
  kindBatches: {
    id: "import.kindBatches",
    defaultMessage: "Housekeeper’s own file: {count, plural, one {# batch} other {# batches}}.",
  },
  kindCli: {
    id: "import.kindCli",
    defaultMessage: "A batch file of the AWS CLI: {count, plural, one {# path} other {# paths}}.",
  },
  kindText: { id: "import.kindText", defaultMessage: "Plain text: {count, plural, one {# line} other {# lines}}." },
  kindCsv: { id: "import.kindCsv", defaultMessage: "CSV: {count, plural, one {# row} other {# rows}}." },
  kindSitemap: { id: "import.kindSitemap", defaultMessage: "A sitemap: {count, plural, one {# URL} other {# URLs}}." },
  kindIndex: {
    id: "import.kindIndex",
    defaultMessage: "An index of {count, plural, one {# sitemap} other {# sitemaps}}.",
  },
  kindUnreadable: {
    id: "import.kindUnreadable",
    defaultMessage: "This file cannot be imported. Nothing was changed: choose another.",
  },
  reference: {
    id: "import.reference",
    defaultMessage:
      "Its caller reference {reference} gives the name and is not used again: used twice, it would clear nothing.",
  },
  sitemapsHint: {
    id: "import.sitemapsHint",
    defaultMessage: "The app fetches nothing from the web itself: download these sitemaps and import them.",
  },
  sitemaps: {
    id: "import.sitemaps",
    defaultMessage: "{matching, number} of {count, plural, one {# sitemap} other {# sitemaps}} match",
  },
  sitemapsLabel: { id: "import.sitemapsLabel", defaultMessage: "Sitemaps" },
  sitemapsCut: {
    id: "import.sitemapsCut",
    defaultMessage: "Only the first {shown, number} are listed. Narrow it down by the fields above.",
  },
  unrouted: {
    id: "import.unrouted",
    defaultMessage: "No distribution of the connection in use has these host names: {hosts}",
  },
  name: { id: "import.name", defaultMessage: "Name" },
  column: { id: "import.column", defaultMessage: "Column" },
  columnNumber: { id: "import.columnNumber", defaultMessage: "Column {number, number}" },
  header: { id: "import.header", defaultMessage: "First row is a header" },
  prefix: { id: "import.prefix", defaultMessage: "Only paths that begin with" },
  since: { id: "import.since", defaultMessage: "Changed since" },
  datePlaceholder: { id: "import.datePlaceholder", defaultMessage: "YYYY/MM/DD" },
  route: { id: "import.route", defaultMessage: "Sort URLs to the distributions of their host names" },
  problems: { id: "import.problems", defaultMessage: "{count, plural, one {# problem} other {# problems}}" },
  atLine: { id: "import.atLine", defaultMessage: "Line {line, number}: {sentence}" },
  atColumn: { id: "import.atColumn", defaultMessage: "Line {line, number}, column {column, number}: {sentence}" },
  about: { id: "import.about", defaultMessage: "{sentence} (“{subject}”)" },
  moreProblems: { id: "import.moreProblems", defaultMessage: "{count, number} more are not listed." },
  rows: { id: "import.rows", defaultMessage: "Batches in the file" },
  noRows: { id: "import.noRows", defaultMessage: "There is no batch in it." },
  nameOf: { id: "import.nameOf", defaultMessage: "Name of {name}" },
  twice: { id: "import.twice", defaultMessage: "Two of the chosen have this name." },
  nameless: { id: "import.nameless", defaultMessage: "Give it a name." },
  fate: { id: "import.fate", defaultMessage: "What happens" },
  fateNew: { id: "import.fateNew", defaultMessage: "New" },
  fateReplaces: { id: "import.fateReplaces", defaultMessage: "Replaces the batch of this name" },
  fateRenamed: {
    id: "import.fateRenamed",
    defaultMessage: "New. If a saved batch has this name already, nothing is imported",
  },
  fateSame: { id: "import.fateSame", defaultMessage: "Is already there as it is" },
  items: { id: "import.items", defaultMessage: "Items" },
  paths: { id: "import.paths", defaultMessage: "Paths" },
  variables: { id: "import.variables", defaultMessage: "Variables" },
  targets: { id: "import.targets", defaultMessage: "Targets" },
  lost: {
    id: "import.lost",
    defaultMessage: "{count, plural, one {# target is} other {# targets are}} left out: the connection is not there.",
  },
  importN: { id: "import.importN", defaultMessage: "{count, plural, one {Import # batch} other {Import # batches}}" },
  chooseRow: { id: "import.chooseRow", defaultMessage: "Select at least one batch first." },
  correctNames: { id: "import.correctNames", defaultMessage: "Correct the names first." },
  notKept: { id: "import.notKept", defaultMessage: "Nothing was imported" },
  done: {
    id: "import.done",
    defaultMessage:
      "{added, plural, =0 {None was added} one {# batch was added} other {# batches were added}}{replaced, plural, =0 {.} one {, # was replaced.} other {, # were replaced.}}",
  },
  linesTitle: { id: "import.linesTitle", defaultMessage: "Import paths" },
  addToPaths: { id: "import.addToPaths", defaultMessage: "Add to the paths" },
  whichBatch: { id: "import.whichBatch", defaultMessage: "Batch" },
  hasVariables: {
    id: "import.hasVariables",
    defaultMessage: "It has variables. Import it as a saved batch and run that.",
  },
  added: {
    id: "import.added",
    defaultMessage: "{count, plural, one {# line was added} other {# lines were added}}.",
  },
  notAdded: { id: "import.notAdded", defaultMessage: "Nothing was added" },
  helpSteps: {
    id: "import.helpSteps",
    defaultMessage:
      "Choose a file or paste a text. Look at what was found in it, tick what you want to keep, and import that.",
  },
  helpOthersFile: {
    id: "import.helpOthersFile",
    defaultMessage:
      "Read the paths of a batch that somebody sent you before you run it: it may clear more than its name says.",
  },
});
