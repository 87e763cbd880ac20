import { defineMessages, type MessageDescriptor } from "react-intl";
import type { TriedWhy } from "../ipc/client";

function why(name: TriedWhy, sentence: string): MessageDescriptor {
  return { id: `trying.${name}`, defaultMessage: sentence };
}

/** Why an address is shown beside the item that is tried; a new reason does not compile without a sentence. */
export const triedWhy: Record<TriedWhy, MessageDescriptor> = {
  itself: why("itself", "The very address."),
  query: why("query", "The same with something behind a question mark."),
  below: why("below", "It lies below it."),
  beginsAlike: why("beginsAlike", "It only begins like it."),
  otherCase: why("otherCase", "Capital and small letters differ."),
  withoutSlash: why("withoutSlash", "The same without the slash at the end."),
  withSlash: why("withSlash", "The same with a slash at the end."),
  directory: why("directory", "The page of the folder itself."),
  beside: why("beside", "It lies beside it."),
  tagged: why("tagged", "It carries the tag."),
};

/** The part of the help in which a path is tried. */
export const trying = defineMessages({
  label: { id: "trying.label", defaultMessage: "Try a path" },
  hint: {
    id: "trying.hint",
    defaultMessage: "See what it would clear. Nothing is sent, and nothing is added to your list.",
  },
  hintVariables: {
    id: "trying.hintVariables",
    defaultMessage:
      "See what it would clear. Nothing is sent. Variables are not filled in here: write a value in place of each.",
  },
  placeholder: { id: "trying.placeholder", defaultMessage: "/blog*" },
  empty: { id: "trying.empty", defaultMessage: "Nothing typed yet. Choose an example below, or type a path." },
  looking: { id: "trying.looking", defaultMessage: "Looking what it clears" },
  failed: { id: "trying.failed", defaultMessage: "The path could not be tried" },
  sentAs: { id: "trying.sentAs", defaultMessage: "Sent as" },
  notSent: { id: "trying.notSent", defaultMessage: "This cannot be sent" },
  notSentText: { id: "trying.notSentText", defaultMessage: "So it clears nothing. What is said above mends it." },
  remarks: { id: "trying.remarks", defaultMessage: "What the checks say" },
  table: { id: "trying.table", defaultMessage: "Addresses made up from it" },
  address: { id: "trying.address", defaultMessage: "Address" },
  outcome: { id: "trying.outcome", defaultMessage: "What happens" },
  cleared: { id: "trying.cleared", defaultMessage: "Cleared" },
  stays: { id: "trying.stays", defaultMessage: "Stays" },
  noExamples: { id: "trying.noExamples", defaultMessage: "There is no example for it." },
  said: {
    id: "trying.said",
    defaultMessage: "{item} clears {cleared, number} of {count, plural, one {# example} other {# examples}}",
  },
  saidNot: { id: "trying.saidNot", defaultMessage: "This cannot be sent: {reason}" },
  tryIt: { id: "trying.tryIt", defaultMessage: "Try {path}" },
});
