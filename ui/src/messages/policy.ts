import { defineMessages } from "react-intl";

/** What the administrator of this computer has fixed. */
export const policy = defineMessages({
  title: { id: "policy.title", defaultMessage: "Set by your administrator" },
  description: {
    id: "policy.description",
    defaultMessage: "These hold for everyone on this computer and cannot be changed here.",
  },
  file: { id: "policy.file", defaultMessage: "Settings file" },
  noFile: { id: "policy.noFile", defaultMessage: "No file at {path}" },
  about: { id: "policy.about", defaultMessage: "Administrator’s settings" },
  aboutInForce: { id: "policy.aboutInForce", defaultMessage: "In force: {path}" },
  aboutBroken: { id: "policy.aboutBroken", defaultMessage: "Cannot be read: {path}" },
  undo: { id: "policy.undo", defaultMessage: "Time to undo" },
  seconds: { id: "policy.seconds", defaultMessage: "{count, plural, one {# second} other {# seconds}}" },
  fixedUndo: { id: "policy.fixedUndo", defaultMessage: "Set by your administrator in {file}." },
  everything: { id: "policy.everything", defaultMessage: "Clearing everything (/*)" },
  allowed: { id: "policy.allowed", defaultMessage: "Allowed" },
  notAllowed: { id: "policy.notAllowed", defaultMessage: "Not allowed" },
  distributions: { id: "policy.distributions", defaultMessage: "Distributions" },
  prefixes: { id: "policy.prefixes", defaultMessage: "Paths that begin with" },
  all: { id: "policy.all", defaultMessage: "All" },
  nothing: { id: "policy.nothing", defaultMessage: "None" },
  brings: { id: "policy.brings", defaultMessage: "It brings" },
  connections: {
    id: "policy.connections",
    defaultMessage: "{count, plural, one {# connection} other {# connections}}",
  },
  nicknames: { id: "policy.nicknames", defaultMessage: "{count, plural, one {# nickname} other {# nicknames}}" },
  batches: { id: "policy.batches", defaultMessage: "{count, plural, one {# saved batch} other {# saved batches}}" },
  brokenTitle: {
    id: "policy.brokenTitle",
    defaultMessage: "Nothing is sent: the administrator’s settings file cannot be read",
  },
  brokenText: {
    id: "policy.brokenText",
    defaultMessage: "{path} has a mistake. Nothing is sent until it is mended; pass this on to your administrator:",
  },
  brokenHere: {
    id: "policy.brokenHere",
    defaultMessage: "Nothing is sent until {path} is mended. What is wrong with it:",
  },
});
