import { defineMessages } from "react-intl";

/** Whether there is a newer version, and how it is installed. */
export const updates = defineMessages({
  title: { id: "updates.title", defaultMessage: "Updates" },
  check: { id: "updates.check", defaultMessage: "Check for updates" },
  checking: { id: "updates.checking", defaultMessage: "Asking whether there is a newer version" },
  hint: {
    id: "updates.hint",
    defaultMessage:
      "Beside AWS this is all that the app ever asks of the internet, and it asks only when you choose the button.",
  },
  notOffered: { id: "updates.notOffered", defaultMessage: "This build is not updated by itself" },
  notOfferedText: {
    id: "updates.notOfferedText",
    defaultMessage:
      "It does not know where newer versions are published. You get one where this one came from: from your IT department, from your system’s software store, or as a file to download.",
  },
  current: { id: "updates.current", defaultMessage: "This is the newest version." },
  available: { id: "updates.available", defaultMessage: "Version {version} is available" },
  noNotes: { id: "updates.noNotes", defaultMessage: "Its makers do not say what has changed." },
  notes: { id: "updates.notes", defaultMessage: "What has changed in version {version}" },
  signed: {
    id: "updates.signed",
    defaultMessage:
      "It is installed only if its makers’ signature is right. Your connections, batches and records stay as they are.",
  },
  install: { id: "updates.install", defaultMessage: "Install and restart" },
  busy: {
    id: "updates.busy",
    defaultMessage:
      "Something can still be undone or is being sent. Wait until it is on its way, or take it back under Activity.",
  },
  installing: {
    id: "updates.installing",
    defaultMessage:
      "Fetching the new version, checking its signature and installing it. The app then closes and opens again by itself.",
  },
  checkFailed: { id: "updates.checkFailed", defaultMessage: "Whether there is a newer version could not be found out" },
  installFailed: { id: "updates.installFailed", defaultMessage: "The new version was not installed" },
  installFailedText: {
    id: "updates.installFailedText",
    defaultMessage: "The version you have goes on as before.",
  },
});
