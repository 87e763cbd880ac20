import { defineMessages } from "react-intl";

/** The page of one invalidation. */
export const invalidation = defineMessages({
  title: { id: "invalidation.title", defaultMessage: "Invalidation {id}" },
  details: { id: "invalidation.details", defaultMessage: "Invalidation details" },
  distributionId: { id: "invalidation.distributionId", defaultMessage: "Distribution ID" },
  tenantId: { id: "invalidation.tenantId", defaultMessage: "Tenant ID" },
  invalidationId: { id: "invalidation.invalidationId", defaultMessage: "Invalidation ID" },
  status: { id: "invalidation.status", defaultMessage: "Status" },
  dateCreated: { id: "invalidation.dateCreated", defaultMessage: "Date created" },
  callerReference: { id: "invalidation.callerReference", defaultMessage: "Caller reference" },
  objectPaths: { id: "invalidation.objectPaths", defaultMessage: "Object paths" },
  pathCount: {
    id: "invalidation.pathCount",
    defaultMessage: "{count, plural, one {# item} other {# items}}, in the order they were sent",
  },
  copyPaths: { id: "invalidation.copyPaths", defaultMessage: "Copy all" },
  sentFromHere: { id: "invalidation.sentFromHere", defaultMessage: "Sent from this app" },
  openSubmission: { id: "invalidation.openSubmission", defaultMessage: "See it in Activity" },
  progressTitle: { id: "invalidation.progressTitle", defaultMessage: "CloudFront is at work" },
  progressText: {
    id: "invalidation.progressText",
    defaultMessage: "This page follows it by itself; you may also leave. It mostly takes less than half a minute.",
  },
  doneTitle: { id: "invalidation.doneTitle", defaultMessage: "Completed: CloudFront has forgotten these pages" },
  staleQuestion: {
    id: "invalidation.staleQuestion",
    defaultMessage: "Still the old page? Your browser keeps copies too",
  },
  staleAnswer: {
    id: "invalidation.staleAnswer",
    defaultMessage: "Open the page and press {keys} to load it anew.",
  },
  keysMac: { id: "invalidation.keysMac", defaultMessage: "Cmd+Shift+R" },
  keysOther: { id: "invalidation.keysOther", defaultMessage: "Ctrl+Shift+R" },
  help: {
    id: "invalidation.help",
    defaultMessage:
      "An invalidation cannot be cancelled, changed or removed once CloudFront has it. What was cleared by mistake is cached again as people ask for it.",
  },
  helpPurpose: {
    id: "invalidation.helpPurpose",
    defaultMessage:
      "This is one invalidation: the paths it named, when it was sent, and whether CloudFront is done with it.",
  },
  helpFollow: {
    id: "invalidation.helpFollow",
    defaultMessage:
      "Wait until the status is Completed, or leave: the app follows it and tells you. Copy to new begins another one with the same paths, and Save as batch keeps them under a name.",
  },
  helpBrowser: {
    id: "invalidation.helpBrowser",
    defaultMessage:
      "If you still see the old page after that, it is mostly a copy in your own browser. The page then says which keys load it anew.",
  },
});
