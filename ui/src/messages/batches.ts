import { defineMessages } from "react-intl";

/** The pages Saved batches, and the ways to them. */
export const batches = defineMessages({
  title: { id: "batches.title", defaultMessage: "Saved batches" },
  description: { id: "batches.description", defaultMessage: "Lists of object paths that you clear again and again." },
  name: { id: "batches.name", defaultMessage: "Name" },
  items: { id: "batches.items", defaultMessage: "Items" },
  variables: { id: "batches.variables", defaultMessage: "Variables" },
  targets: { id: "batches.targets", defaultMessage: "Targets" },
  lastRun: { id: "batches.lastRun", defaultMessage: "Last run" },
  created: { id: "batches.created", defaultMessage: "Created" },
  lastRunBy: { id: "batches.lastRunBy", defaultMessage: "Last run by" },
  never: { id: "batches.never", defaultMessage: "Never" },
  run: { id: "batches.run", defaultMessage: "Run" },
  favourite: { id: "batches.favourite", defaultMessage: "Favourite" },
  addFavourite: { id: "batches.addFavourite", defaultMessage: "Add {name} to favourites" },
  removeFavourite: { id: "batches.removeFavourite", defaultMessage: "Remove {name} from favourites" },
  favouriteHint: { id: "batches.favouriteHint", defaultMessage: "Favourites come first in the list." },
  create: { id: "batches.create", defaultMessage: "Create batch" },
  selectOne: { id: "batches.selectOne", defaultMessage: "Select one batch only" },
  edit: { id: "batches.edit", defaultMessage: "Edit" },
  duplicate: { id: "batches.duplicate", defaultMessage: "Duplicate" },
  duplicated: { id: "batches.duplicated", defaultMessage: "Copied as {name}." },
  delete: { id: "batches.delete", defaultMessage: "Delete" },
  deleted: { id: "batches.deleted", defaultMessage: "{name} was deleted." },
  undo: { id: "batches.undo", defaultMessage: "Undo" },
  broughtBack: { id: "batches.broughtBack", defaultMessage: "{name} is back." },
  more: { id: "batches.more", defaultMessage: "{count, number} more" },
  loading: { id: "batches.loading", defaultMessage: "Loading saved batches" },
  filter: { id: "batches.filter", defaultMessage: "Find saved batches" },
  noMatchTitle: { id: "batches.noMatchTitle", defaultMessage: "No matches" },
  noMatchText: { id: "batches.noMatchText", defaultMessage: "No saved batch matches “{filter}”." },
  noMatchHere: { id: "batches.noMatchHere", defaultMessage: "No saved batch matches the filters." },
  emptyTitle: { id: "batches.emptyTitle", defaultMessage: "No saved batches yet" },
  emptyText: {
    id: "batches.emptyText",
    defaultMessage:
      "A saved batch is a named list of object paths that you run again with two clicks, on one distribution or on several.",
  },
  helpText: {
    id: "batches.helpText",
    defaultMessage:
      "Keep the paths of a routine job under a name. Run shows what it would send and cost; nothing goes out before Create invalidation.",
  },
  helpVariables: {
    id: "batches.helpVariables",
    defaultMessage:
      "What differs from run to run is a variable: write a name in braces, such as /news/'{'year'}'/*. You are asked for its value at each run. Two braces, '{{' or '}}', stand for one that is meant itself.",
  },
  helpVersions: {
    id: "batches.helpVersions",
    defaultMessage: "Each time a batch is saved, what it was before is kept. Edit shows the earlier versions.",
  },
  saveAsBatch: { id: "batches.saveAsBatch", defaultMessage: "Save as batch" },
  // Not the title: a link of the button's own name would be mistaken for it.
  newCrumb: { id: "batches.newCrumb", defaultMessage: "New batch" },
  editTitle: { id: "batches.editTitle", defaultMessage: "Edit {name}" },
  runTitle: { id: "batches.runTitle", defaultMessage: "Run {name}" },
  batchName: { id: "batches.batchName", defaultMessage: "Batch name" },
  descriptionField: { id: "batches.descriptionField", defaultMessage: "Description" },
  optional: { id: "batches.optional", defaultMessage: "Optional." },
  objectPaths: { id: "batches.objectPaths", defaultMessage: "Object paths" },
  objectPathsHint: {
    id: "batches.objectPathsHint",
    defaultMessage: "One a line. What differs from run to run is a name in braces, such as '{'year'}'.",
  },
  placeholder: { id: "batches.placeholder", defaultMessage: "/index.html\n/news/'{'year'}'/*" },
  openBrace: {
    id: "batches.openBrace",
    defaultMessage: "Line {line, number}: “{subject}” opens a brace that is not closed. Write '{{' for a brace itself.",
  },
  closeBrace: {
    id: "batches.closeBrace",
    defaultMessage:
      "Line {line, number}: “{subject}” closes a brace that was not opened. Write '}}' for a brace itself.",
  },
  badName: {
    id: "batches.badName",
    defaultMessage:
      "Line {line, number}: “{subject}” is no name for a variable. It begins with a letter or _, then letters, digits, _ and -.",
  },
  kind: { id: "batches.kind", defaultMessage: "Kind" },
  kindText: { id: "batches.kindText", defaultMessage: "Text" },
  kindOneOf: { id: "batches.kindOneOf", defaultMessage: "One of a list" },
  kindManyOf: { id: "batches.kindManyOf", defaultMessage: "Many of a list" },
  kindDate: { id: "batches.kindDate", defaultMessage: "Date" },
  choices: { id: "batches.choices", defaultMessage: "Choices" },
  choicesHint: { id: "batches.choicesHint", defaultMessage: "One a line." },
  hint: { id: "batches.hint", defaultMessage: "Hint" },
  hintHint: { id: "batches.hintHint", defaultMessage: "Shown beside the field at each run." },
  default: { id: "batches.default", defaultMessage: "Default" },
  choose: { id: "batches.choose", defaultMessage: "Choose" },
  noChoices: { id: "batches.noChoices", defaultMessage: "No choices yet" },
  takeOut: { id: "batches.takeOut", defaultMessage: "Take out {what}" },
  datePlaceholder: { id: "batches.datePlaceholder", defaultMessage: "YYYY-MM-DD" },
  targetsHint: { id: "batches.targetsHint", defaultMessage: "The distributions on which it runs." },
  chooseTargets: { id: "batches.chooseTargets", defaultMessage: "Choose distributions" },
  noTargets: { id: "batches.noTargets", defaultMessage: "No distribution found" },
  loadingTargets: { id: "batches.loadingTargets", defaultMessage: "Loading distributions" },
  targetsNotRead: { id: "batches.targetsNotRead", defaultMessage: "The distributions could not be read." },
  findTargets: { id: "batches.findTargets", defaultMessage: "Find distributions" },
  draftTitle: { id: "batches.draftTitle", defaultMessage: "You had already begun" },
  putAsideTitle: { id: "batches.putAsideTitle", defaultMessage: "You had already begun another" },
  draftText: { id: "batches.draftText", defaultMessage: "What you typed here before and did not save was kept." },
  startEmpty: { id: "batches.startEmpty", defaultMessage: "Start empty" },
  startFromSaved: { id: "batches.startFromSaved", defaultMessage: "Start from what is saved" },
  bringBack: { id: "batches.bringBack", defaultMessage: "Bring it back" },
  discarded: { id: "batches.discarded", defaultMessage: "What you had changed was put aside." },
  save: { id: "batches.save", defaultMessage: "Save batch" },
  saved: { id: "batches.saved", defaultMessage: "{name} was saved." },
  notSaved: { id: "batches.notSaved", defaultMessage: "The batch was not saved" },
  versions: { id: "batches.versions", defaultMessage: "Earlier versions" },
  noVersions: { id: "batches.noVersions", defaultMessage: "There is none yet: this is how it was first saved." },
  versionTime: { id: "batches.versionTime", defaultMessage: "Time" },
  goBack: { id: "batches.goBack", defaultMessage: "Go back to this" },
  wentBack: {
    id: "batches.wentBack",
    defaultMessage: "{name} is as it was before. What it was until now is kept as a version.",
  },
  values: { id: "batches.values", defaultMessage: "Values" },
  whatIsSent: { id: "batches.whatIsSent", defaultMessage: "What it makes" },
  lineCount: { id: "batches.lineCount", defaultMessage: "{count, plural, one {# line} other {# lines}}" },
  firstLines: { id: "batches.firstLines", defaultMessage: "The first {count, number} are shown." },
  checksOf: { id: "batches.checksOf", defaultMessage: "Checks of {name}" },
  review: { id: "batches.review", defaultMessage: "Review" },
  tooMany: {
    id: "batches.tooMany",
    defaultMessage: "The values make more than 100,000 lines: choose fewer.",
  },
  fillIn: { id: "batches.fillIn", defaultMessage: "Fill in {names} first." },
  chooseTarget: { id: "batches.chooseTarget", defaultMessage: "Choose at least one target first." },
  stillChecking: { id: "batches.stillChecking", defaultMessage: "The lines are still being checked." },
  notReviewed: { id: "batches.notReviewed", defaultMessage: "What it would send could not be found out." },
  linesHaveErrors: {
    id: "batches.linesHaveErrors",
    defaultMessage: "{count, plural, one {There is # error} other {There are # errors}}: correct the batch first.",
  },
  targetFailed: {
    id: "batches.targetFailed",
    defaultMessage: "{name} could not be checked: take it out or try again.",
  },
  nothingMade: { id: "batches.nothingMade", defaultMessage: "It makes no object path." },
  notSent: { id: "batches.notSent", defaultMessage: "Nothing was sent" },
  sending: { id: "batches.sending", defaultMessage: "Sending" },
  cliOneTarget: {
    id: "batches.cliOneTarget",
    defaultMessage: "The command is for one distribution: choose one alone.",
  },
  cliTooMany: {
    id: "batches.cliTooMany",
    defaultMessage: "It makes {count, number} lines, of which only the first are here.",
  },
  compare: { id: "batches.compare", defaultMessage: "Compare" },
  compareTitle: { id: "batches.compareTitle", defaultMessage: "Compared with the batch as it is saved now" },
  markThen: { id: "batches.markThen", defaultMessage: "{what} in this version" },
  markNow: { id: "batches.markNow", defaultMessage: "{what} now" },
  onlyThen: { id: "batches.onlyThen", defaultMessage: "Only in this version" },
  onlyNow: { id: "batches.onlyNow", defaultMessage: "Only now" },
  close: { id: "batches.close", defaultMessage: "Close" },
  sameLines: { id: "batches.sameLines", defaultMessage: "Both have the same lines." },
  copyAsCli: { id: "batches.copyAsCli", defaultMessage: "Copy as AWS CLI" },
  shells: { id: "batches.shells", defaultMessage: "Shells" },
  sh: { id: "batches.sh", defaultMessage: "sh" },
  powershell: { id: "batches.powershell", defaultMessage: "PowerShell" },
  cmd: { id: "batches.cmd", defaultMessage: "cmd" },
  command: { id: "batches.command", defaultMessage: "Command" },
  copyCommand: { id: "batches.copyCommand", defaultMessage: "Copy the command" },
  cliFile: { id: "batches.cliFile", defaultMessage: "File {name}, beside which the command is run" },
  copyFile: { id: "batches.copyFile", defaultMessage: "Copy the file" },
  cliOnce: {
    id: "batches.cliOnce",
    defaultMessage:
      "The file’s caller reference works once: used a second time it clears nothing. Copy it anew for the next time.",
  },
  helpList: {
    id: "batches.helpList",
    defaultMessage:
      "Choose Run in a row to see what the batch would send and cost. Edit changes it, Duplicate makes another one like it, and Export saves it as a file, for a colleague or for the AWS CLI.",
  },
  helpListCare: {
    id: "batches.helpListCare",
    defaultMessage:
      "Run leads to the review and sends nothing yet. Before you send, look at the targets, and at the account in the bar at the top.",
  },
  helpEdit: {
    id: "batches.helpEdit",
    defaultMessage:
      "Here you give a list of paths a name, so that a job that comes again and again is done with a few clicks.",
  },
  helpEditSteps: {
    id: "batches.helpEditSteps",
    defaultMessage:
      "Write one path or address a line, as for an invalidation. Choose the targets if they are always the same, and save it.",
  },
  helpEditCare: {
    id: "batches.helpEditCare",
    defaultMessage:
      "Saving sends nothing. Whoever has a copy of this batch on another computer does not get your changes.",
  },
  helpRun: {
    id: "batches.helpRun",
    defaultMessage:
      "Here a saved batch becomes an invalidation: you fill in what differs this time, and see what would be sent and what it costs.",
  },
  helpRunSteps: {
    id: "batches.helpRunSteps",
    defaultMessage:
      "Give each variable its value, look at the targets and at the review, and choose Create invalidation.",
  },
  helpRunCare: {
    id: "batches.helpRunCare",
    defaultMessage:
      "Read the lines as they will be sent: with a wrong value the wrong pages are cleared, and nothing takes back what CloudFront has.",
  },
});
