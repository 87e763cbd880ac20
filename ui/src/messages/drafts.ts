import { defineMessages } from "react-intl";

/** What was typed and is neither sent nor saved. */
export const drafts = defineMessages({
  notKept: { id: "drafts.notKept", defaultMessage: "What you type could not be kept for the next start" },
  notRead: { id: "drafts.notRead", defaultMessage: "Whether you had already begun here could not be found out" },
  draft: { id: "drafts.draft", defaultMessage: "Draft" },
  here: { id: "drafts.here", defaultMessage: "You have a draft for this distribution, from {time}." },
  hereTenant: { id: "drafts.hereTenant", defaultMessage: "You have a draft for this tenant, from {time}." },
  newBatch: { id: "drafts.newBatch", defaultMessage: "You have a draft of a new batch, from {time}." },
  continue: { id: "drafts.continue", defaultMessage: "Continue draft" },
  since: { id: "drafts.since", defaultMessage: "Last changed: {time}." },
});
