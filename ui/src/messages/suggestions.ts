import { defineMessages } from "react-intl";

/** What could be saved as a batch, because it is invalidated again and again. */
export const suggestions = defineMessages({
  title: { id: "suggestions.title", defaultMessage: "Suggested from what this account invalidates" },
  description: {
    id: "suggestions.description",
    defaultMessage: "The same paths, invalidated again and again in the last 90 days, and in no saved batch yet.",
  },
  target: { id: "suggestions.target", defaultMessage: "Target" },
  paths: { id: "suggestions.paths", defaultMessage: "Object paths" },
  times: { id: "suggestions.times", defaultMessage: "Times" },
  last: { id: "suggestions.last", defaultMessage: "Last time" },
  actions: { id: "suggestions.actions", defaultMessage: "Actions" },
  saveOf: { id: "suggestions.saveOf", defaultMessage: "Save as batch: {first} on {target}" },
  dismiss: { id: "suggestions.dismiss", defaultMessage: "Do not suggest again" },
  dismissOf: { id: "suggestions.dismissOf", defaultMessage: "Do not suggest again: {first} on {target}" },
  dismissed: { id: "suggestions.dismissed", defaultMessage: "That will not be suggested again." },
});
