import { defineMessages } from "react-intl";

/** The pages Activity and submission. */
export const activity = defineMessages({
  title: { id: "activity.title", defaultMessage: "Activity" },
  description: {
    id: "activity.description",
    defaultMessage: "Everything sent from this app on this computer; what still waits comes first.",
  },
  name: { id: "activity.name", defaultMessage: "Name" },
  unnamed: { id: "activity.unnamed", defaultMessage: "Unnamed" },
  target: { id: "activity.target", defaultMessage: "Distribution or tenant" },
  items: { id: "activity.items", defaultMessage: "Items" },
  itemsOf: {
    id: "activity.itemsOf",
    defaultMessage:
      "{items, plural, one {# item} other {# items}}{wildcards, plural, =0 {} one {, # wildcard} other {, # wildcards}}{tags, plural, =0 {} one {, # tag} other {, # tags}}",
  },
  state: { id: "activity.state", defaultMessage: "State" },
  asked: { id: "activity.asked", defaultMessage: "Asked for" },
  connection: { id: "activity.connection", defaultMessage: "Connection" },
  connectionRemoved: { id: "activity.connectionRemoved", defaultMessage: "Removed since" },
  callerReference: { id: "activity.callerReference", defaultMessage: "Caller reference" },
  reason: { id: "activity.reason", defaultMessage: "Reason or ticket" },
  actions: { id: "activity.actions", defaultMessage: "Actions" },
  retry: { id: "activity.retry", defaultMessage: "Retry" },
  retried: { id: "activity.retried", defaultMessage: "It was sent again." },
  retriedWaiting: {
    id: "activity.retriedWaiting",
    defaultMessage: "A new submission stands in its place. You can still take it back.",
  },
  retriedQueued: { id: "activity.retriedQueued", defaultMessage: "It was tried again and still waits." },
  retriedUnknown: {
    id: "activity.retriedUnknown",
    defaultMessage: "It was sent again with the same caller reference; whether it arrived is still not known.",
  },
  waiting: { id: "activity.waiting", defaultMessage: "Waiting" },
  queued: { id: "activity.queued", defaultMessage: "Queued" },
  sending: { id: "activity.sending", defaultMessage: "Sending" },
  inProgress: { id: "activity.inProgress", defaultMessage: "In progress" },
  accepted: { id: "activity.accepted", defaultMessage: "Accepted, cannot be followed" },
  completed: { id: "activity.completed", defaultMessage: "Completed" },
  refused: { id: "activity.refused", defaultMessage: "Refused" },
  unknown: { id: "activity.unknown", defaultMessage: "Unknown" },
  withdrawn: { id: "activity.withdrawn", defaultMessage: "Withdrawn" },
  run: { id: "activity.run", defaultMessage: "Run" },
  part: { id: "activity.part", defaultMessage: "Part {part, number} of {parts, number}" },
  submissions: { id: "activity.submissions", defaultMessage: "Submissions" },
  loading: { id: "activity.loading", defaultMessage: "Loading activity" },
  empty: { id: "activity.empty", defaultMessage: "Nothing was sent yet" },
  emptyText: {
    id: "activity.emptyText",
    defaultMessage: "Choose a distribution and create an invalidation: it then stands here.",
  },
  help: {
    id: "activity.help",
    defaultMessage:
      "Each submission is stored on this computer before it is sent, and carries a caller reference of its own. Sent again with the same one, CloudFront never invalidates twice.",
  },
  helpUnknown: {
    id: "activity.helpUnknown",
    defaultMessage:
      "Unknown means that the reply was lost: CloudFront may or may not have it. Retry sends the same caller reference once more. Refused means that nothing was invalidated; Retry makes a new submission.",
  },
  helpUndo: {
    id: "activity.helpUndo",
    defaultMessage:
      "Undo takes back whatever of a run was not sent yet. What CloudFront has cannot be cancelled. Pause queue holds back everything that waits, until you choose Resume queue.",
  },
  submissionTitle: { id: "activity.submissionTitle", defaultMessage: "Submission {id, number}" },
  submission: { id: "activity.submission", defaultMessage: "Submission" },
  exportHistory: { id: "activity.exportHistory", defaultMessage: "Export history" },
  asCsv: { id: "activity.asCsv", defaultMessage: "CSV" },
  asJson: { id: "activity.asJson", defaultMessage: "JSON" },
  exported: { id: "activity.exported", defaultMessage: "Saved as {path}" },
  notExported: { id: "activity.notExported", defaultMessage: "The history was not exported" },
  history: { id: "activity.history", defaultMessage: "History" },
  historyAt: { id: "activity.historyAt", defaultMessage: "Time" },
  historyState: { id: "activity.historyState", defaultMessage: "State" },
  historyReason: { id: "activity.historyReason", defaultMessage: "Reason" },
  replaces: { id: "activity.replaces", defaultMessage: "In place of" },
  replacesLink: { id: "activity.replacesLink", defaultMessage: "Submission {id, number}" },
  unknownTitle: { id: "activity.unknownTitle", defaultMessage: "The reply was lost" },
  unknownText: {
    id: "activity.unknownText",
    defaultMessage:
      "CloudFront may or may not have this. It is being settled with the same caller reference, so it cannot be carried out twice. You need not do anything.",
  },
  waitingForYouTitle: { id: "activity.waitingForYouTitle", defaultMessage: "Nothing was sent" },
  waitingForYouText: {
    id: "activity.waitingForYouText",
    defaultMessage:
      "The app ended, or the computer slept, while this could still be undone. It waits until you choose Send now or Undo.",
  },
  undoTimeText: {
    id: "activity.undoTimeText",
    defaultMessage: "Until then you can take it back. Once sent, an invalidation cannot be called back.",
  },
  queuedTitle: { id: "activity.queuedTitle", defaultMessage: "Queued: not sent yet" },
  sendingTitle: { id: "activity.sendingTitle", defaultMessage: "Sending" },
  sendingText: {
    id: "activity.sendingText",
    defaultMessage: "It is on its way to CloudFront and cannot be taken back any more.",
  },
  withdrawnTitle: { id: "activity.withdrawnTitle", defaultMessage: "Taken back: nothing was invalidated" },
  withdrawnText: {
    id: "activity.withdrawnText",
    defaultMessage: "It was withdrawn before it was sent, and costs nothing.",
  },
  toEditor: { id: "activity.toEditor", defaultMessage: "Put the items into the editor" },
  itemsToSend: {
    id: "activity.itemsToSend",
    defaultMessage: "{count, plural, one {# item} other {# items}}, in the order they are sent",
  },
  takeOut: { id: "activity.takeOut", defaultMessage: "Take items out" },
  takeOutSelected: {
    id: "activity.takeOutSelected",
    defaultMessage: "{count, plural, =0 {Take out} one {Take out # item} other {Take out # items}}",
  },
  takeOutFirst: { id: "activity.takeOutFirst", defaultMessage: "Select the items that are not to be sent" },
  takeOutHint: {
    id: "activity.takeOutHint",
    defaultMessage: "Select what is not to be sent. The other items go out as they stand.",
  },
  item: { id: "activity.item", defaultMessage: "Item" },
  filterItems: { id: "activity.filterItems", defaultMessage: "Find items" },
  noMatch: { id: "activity.noMatch", defaultMessage: "No item matches" },
  acceptedTitle: { id: "activity.acceptedTitle", defaultMessage: "CloudFront took it" },
  acceptedText: {
    id: "activity.acceptedText",
    defaultMessage:
      "You may create invalidations here but not read them, so this page cannot show how far it is. It mostly takes less than half a minute.",
  },
  refusedTitle: { id: "activity.refusedTitle", defaultMessage: "Refused: nothing was invalidated" },
  waitingTitle: { id: "activity.waitingTitle", defaultMessage: "On its way" },
  waitingText: {
    id: "activity.waitingText",
    defaultMessage: "This page follows it by itself; you may also leave.",
  },
  helpPurpose: {
    id: "activity.helpPurpose",
    defaultMessage: "Here stands all that this app has sent, is sending or is about to send, and what became of it.",
  },
  helpOpen: {
    id: "activity.helpOpen",
    defaultMessage:
      "The name in a row leads to its paths and its history. Export history saves all of it as a file, such as for a report.",
  },
  helpSubmission: {
    id: "activity.helpSubmission",
    defaultMessage:
      "A submission is what goes to CloudFront in one piece: one site and a list of paths. Here is what was sent, and each step since.",
  },
  helpSubmissionSteps: {
    id: "activity.helpSubmissionSteps",
    defaultMessage:
      "As long as it waits, Undo takes it back and Take items out leaves some of it out. Copy to new begins another one with the same paths.",
  },
  helpCompleted: {
    id: "activity.helpCompleted",
    defaultMessage:
      "Completed means that CloudFront has forgotten the pages. Your browser may still have an old copy of its own.",
  },
});
