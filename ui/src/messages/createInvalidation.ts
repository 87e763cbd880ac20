import { defineMessages } from "react-intl";

/** The page Create invalidation: editor, checks and review. */
export const createInvalidation = defineMessages({
  title: { id: "create.title", defaultMessage: "Create invalidation" },
  // Not the title: a link of the button's own name would be mistaken for it.
  crumb: { id: "create.crumb", defaultMessage: "New invalidation" },
  objectPaths: { id: "create.objectPaths", defaultMessage: "Object paths" },
  addObjectPaths: { id: "create.addObjectPaths", defaultMessage: "Add object paths" },
  addObjectPathsHint: {
    id: "create.addObjectPathsHint",
    defaultMessage:
      "One a line: a path, the address of a page, a path that ends in a wildcard (*), or a cache tag (#).",
  },
  placeholder: {
    id: "create.placeholder",
    defaultMessage: "/index.html\n/images/*\nhttps://www.example.com/news/today",
  },
  checks: { id: "create.checks", defaultMessage: "Checks" },
  checking: { id: "create.checking", defaultMessage: "Checking" },
  checksFailed: { id: "create.checksFailed", defaultMessage: "The lines could not be checked" },
  summary: {
    id: "create.summary",
    defaultMessage:
      "{errors, plural, =0 {No errors} one {# error} other {# errors}}, {warnings, plural, =0 {no warnings} one {# warning} other {# warnings}}",
  },
  nothingYet: { id: "create.nothingYet", defaultMessage: "Type or paste above; each line is checked as you go." },
  allWell: { id: "create.allWell", defaultMessage: "Nothing to remark: every line goes as it stands." },
  errorGroup: { id: "create.errorGroup", defaultMessage: "{count, plural, one {# error} other {# errors}}" },
  errorGroupHint: { id: "create.errorGroupHint", defaultMessage: "must be corrected before sending" },
  warningGroup: { id: "create.warningGroup", defaultMessage: "{count, plural, one {# warning} other {# warnings}}" },
  warningGroupHint: { id: "create.warningGroupHint", defaultMessage: "can be sent, and may not do what you mean" },
  adjustedGroup: { id: "create.adjustedGroup", defaultMessage: "{count, number} set right" },
  adjustedGroupHint: { id: "create.adjustedGroupHint", defaultMessage: "nothing for you to do" },
  line: { id: "create.line", defaultMessage: "Line {line, number}" },
  goToLine: { id: "create.goToLine", defaultMessage: "Go to line {line, number}" },
  fixOnLine: { id: "create.fixOnLine", defaultMessage: "{fix}, line {line, number}" },
  fixAll: { id: "create.fixAll", defaultMessage: "Fix all {count, number}" },
  fixAllOfRule: { id: "create.fixAllOfRule", defaultMessage: "Fix all {count, number}: {fix}" },
  fixed: { id: "create.fixed", defaultMessage: "{count, plural, one {# line fixed} other {# lines fixed}}" },
  undoFix: { id: "create.undoFix", defaultMessage: "Undo the fix" },
  more: { id: "create.more", defaultMessage: "{count, number} more" },
  showMore: { id: "create.showMore", defaultMessage: "Show more" },
  source: { id: "create.source", defaultMessage: "Source: {source}" },
  review: { id: "create.review", defaultMessage: "Review" },
  items: { id: "create.items", defaultMessage: "Items" },
  wildcards: { id: "create.wildcards", defaultMessage: "Wildcards" },
  tags: { id: "create.tags", defaultMessage: "Tags" },
  undoTime: {
    id: "create.undoTime",
    defaultMessage: "You have {seconds, plural, one {# second} other {# seconds}} to undo it before it is sent.",
  },
  final: {
    id: "create.final",
    defaultMessage: "Once sent, an invalidation cannot be called back.",
  },
  name: { id: "create.name", defaultMessage: "Name" },
  nameHint: {
    id: "create.nameHint",
    defaultMessage: "Optional. It becomes the start of the caller reference, by which you find it again.",
  },
  namePlaceholder: { id: "create.namePlaceholder", defaultMessage: "spring-sale" },
  reason: { id: "create.reason", defaultMessage: "Reason or ticket" },
  reasonHint: {
    id: "create.reasonHint",
    defaultMessage: "Optional. It is kept with the run and exported with the history; AWS does not see it.",
  },
  reasonErrors: {
    id: "create.reasonErrors",
    defaultMessage: "{count, plural, one {# line has an error} other {# lines have errors}}: correct it first.",
  },
  reasonEmpty: { id: "create.reasonEmpty", defaultMessage: "Add at least one object path first." },
  reasonChecking: { id: "create.reasonChecking", defaultMessage: "The lines are still being checked." },
  sending: { id: "create.sending", defaultMessage: "Sending" },
  refusedTitle: { id: "create.refusedTitle", defaultMessage: "Not sent: {reason}" },
  kept: { id: "create.kept", defaultMessage: "Your paths are still in the editor." },
  draftTitle: { id: "create.draftTitle", defaultMessage: "You had already begun" },
  draftText: { id: "create.draftText", defaultMessage: "What you typed here before was kept." },
  startEmpty: { id: "create.startEmpty", defaultMessage: "Start empty" },
  copyTitle: { id: "create.copyTitle", defaultMessage: "Copied from {source}" },
  copyReplaced: { id: "create.copyReplaced", defaultMessage: "What you had typed here before was put aside." },
  bringBack: { id: "create.bringBack", defaultMessage: "Bring it back" },
  copyFailed: { id: "create.copyFailed", defaultMessage: "The paths to copy could not be read" },
  discarded: { id: "create.discarded", defaultMessage: "The paths you had typed were put aside." },
  submissionSource: { id: "create.submissionSource", defaultMessage: "submission {id}" },
  takenBackSource: { id: "create.takenBackSource", defaultMessage: "what was not sent" },
  help: { id: "create.help", defaultMessage: "Paths and wildcards" },
  helpIntro: {
    id: "create.helpIntro",
    defaultMessage:
      "Name each file by its path: what follows the domain in its address. Capital and small letters differ.",
  },
  cheatTitle: { id: "create.cheatTitle", defaultMessage: "What you can write" },
  cheatWrite: { id: "create.cheatWrite", defaultMessage: "You write" },
  cheatClears: { id: "create.cheatClears", defaultMessage: "It clears" },
  cheatFile: { id: "create.cheatFile", defaultMessage: "one file" },
  cheatFolder: { id: "create.cheatFolder", defaultMessage: "all that lies under the folder, subfolders too" },
  cheatVariants: { id: "create.cheatVariants", defaultMessage: "the file with every query string" },
  cheatQuery: { id: "create.cheatQuery", defaultMessage: "the file with this query string" },
  cheatPrefix: { id: "create.cheatPrefix", defaultMessage: "all that begins so: also /blog-old and /blog.html" },
  cheatRoot: { id: "create.cheatRoot", defaultMessage: "the start page; name its file (such as /index.html) too" },
  cheatSlash: {
    id: "create.cheatSlash",
    defaultMessage: "a folder’s page, which may be cached with and without the slash",
  },
  cheatTag: {
    id: "create.cheatTag",
    defaultMessage: "all that carries this cache tag, where the distribution has tags",
  },
  cheatAll: { id: "create.cheatAll", defaultMessage: "everything: each file is then fetched from your servers again" },
  helpRulesTitle: { id: "create.helpRulesTitle", defaultMessage: "Good to know" },
  helpStar: { id: "create.helpStar", defaultMessage: "The wildcard stands at the very end and nowhere else." },
  helpEncoding: {
    id: "create.helpEncoding",
    defaultMessage: "Letters with accents, spaces and the like are encoded for you; the checks show how they are sent.",
  },
  helpTilde: {
    id: "create.helpTilde",
    defaultMessage: "CloudFront cannot clear a path with a tilde (~). End with a wildcard before it.",
  },
  helpPrice: {
    id: "create.helpPrice",
    defaultMessage:
      "Each line counts as one path, a wildcard too, whatever it clears. The first 1,000 of a month are free for the whole account.",
  },
  helpOftenTitle: { id: "create.helpOftenTitle", defaultMessage: "The same paths again and again?" },
  helpOften: {
    id: "create.helpOften",
    defaultMessage: "Files that carry a version in their name or query never have to be cleared.",
  },
  helpVariants: {
    id: "create.helpVariants",
    defaultMessage: "All versions by cookie or header go together; they cannot be cleared one by one.",
  },
  helpPurpose: {
    id: "create.helpPurpose",
    defaultMessage: "Here you name the pages that CloudFront is to forget, so that the next visitor gets the new ones.",
  },
  helpWrite: {
    id: "create.helpWrite",
    defaultMessage:
      "Write or paste one path or address a line. Correct what the checks call an error, look at the cost under Review, and choose Create invalidation.",
  },
  helpKeep: {
    id: "create.helpKeep",
    defaultMessage:
      "Save as batch keeps the lines for the next time. What you have typed is kept, too, when you leave the page.",
  },
  helpUndo: {
    id: "create.helpUndo",
    defaultMessage:
      "Nothing takes back what CloudFront has. You have the few seconds that the page names to choose Undo.",
  },
  helpMuch: {
    id: "create.helpMuch",
    defaultMessage:
      "A short wildcard may clear far more than you mean, and your servers then have to deliver all of it anew. Try it above first.",
  },
});
