import { defineMessages } from "react-intl";

/** What was typed and is neither sent nor saved. */
export const drafts = defineMessages({
  notKept: { id: "drafts.notKept", defaultMessage: "What you type could not be kept for the next start" },
  notRead: { id: "drafts.notRead", defaultMessage: "Whether you had already begun here could not be found out" },
  since: { id: "drafts.since", defaultMessage: "Last changed: {time}." },
});
