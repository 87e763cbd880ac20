import { defineMessages } from "react-intl";

/** What helps somebody who helps: the diagnostics, the report of a crash, and what the app sends to nobody. */
export const support = defineMessages({
  title: { id: "support.title", defaultMessage: "Help and support" },
  hint: {
    id: "support.hint",
    defaultMessage:
      "If something does not work, save the diagnostics and hand the file to whoever helps you. You see all that is in it before it is saved.",
  },
  privacy: { id: "support.privacy", defaultMessage: "What leaves this computer" },
  privacyText: {
    id: "support.privacyText",
    defaultMessage:
      "Housekeeper sends nothing about you to anybody: no figures of use, no reports of crashes, nothing by which you or this computer could be told from others. It talks to AWS, or to the endpoint that a connection names, to clear pages and to find out what it shows you here. Whether there is a newer version it asks at a click on Check for updates, and at no other time.",
  },
  save: { id: "support.save", defaultMessage: "Save diagnostics" },
  saveFromReport: { id: "support.saveFromReport", defaultMessage: "Save diagnostics…" },
  intro: {
    id: "support.intro",
    defaultMessage:
      "Nothing is sent anywhere. This makes one zip file in your Downloads folder, for you to read, and to hand to whoever helps you.",
  },
  inside: {
    id: "support.inside",
    defaultMessage:
      "No key, password or session is in it. Names of distributions and connections, paths of pages and of folders may be: read the files, and leave out what you would rather keep to yourself.",
  },
  gathering: { id: "support.gathering", defaultMessage: "Gathering the diagnostics" },
  failed: { id: "support.failed", defaultMessage: "The diagnostics could not be gathered" },
  none: { id: "support.none", defaultMessage: "There is nothing to save." },
  files: { id: "support.files", defaultMessage: "What goes into the file" },
  filesHint: { id: "support.filesHint", defaultMessage: "What is not ticked is left out." },
  about: { id: "support.about", defaultMessage: "{about}, {size}" },
  bytes: { id: "support.bytes", defaultMessage: "{bytes, plural, one {# byte} other {# bytes}}" },
  kilobytes: { id: "support.kilobytes", defaultMessage: "{kilobytes, number} kB" },
  read: { id: "support.read", defaultMessage: "Read" },
  readOf: { id: "support.readOf", defaultMessage: "Read {file}" },
  textOf: { id: "support.textOf", defaultMessage: "The text of {file}" },
  emptyText: { id: "support.emptyText", defaultMessage: "(This file is empty.)" },
  app: { id: "support.app", defaultMessage: "this app and this computer’s system" },
  settings: { id: "support.settings", defaultMessage: "your settings" },
  records: { id: "support.records", defaultMessage: "how many records there are, and whether they are sound" },
  policy: { id: "support.policy", defaultMessage: "what your administrator has set" },
  log: { id: "support.log", defaultMessage: "what the app did, line by line" },
  crash: { id: "support.crash", defaultMessage: "what was noted when the app crashed" },
  saveZip: { id: "support.saveZip", defaultMessage: "Save the file" },
  nothingChosen: { id: "support.nothingChosen", defaultMessage: "Tick at least one file." },
  saveFailed: { id: "support.saveFailed", defaultMessage: "The diagnostics could not be saved" },
  saved: { id: "support.saved", defaultMessage: "The diagnostics are saved" },
  savedWhere: { id: "support.savedWhere", defaultMessage: "Nobody has them but you. The file is:" },
  path: { id: "support.path", defaultMessage: "path of the file" },
  close: { id: "support.close", defaultMessage: "Close" },
  crashTitle: { id: "support.crashTitle", defaultMessage: "The app ended without warning the last time" },
  crashText: {
    id: "support.crashText",
    defaultMessage:
      "What had been sent is not lost, and what was waiting goes on or asks you first. A report of what happened is kept on this computer; nobody else has it.",
  },
  look: { id: "support.look", defaultMessage: "Look at it" },
  crashReport: { id: "support.crashReport", defaultMessage: "Report of the crash" },
  crashAt: { id: "support.crashAt", defaultMessage: "It was noticed on {time}." },
  crashWhat: {
    id: "support.crashWhat",
    defaultMessage:
      "If it happens again, save the diagnostics, which have this report in them, and hand them to whoever helps you.",
  },
});
