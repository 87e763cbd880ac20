import { defineMessages } from "react-intl";

/** The page Settings. */
export const settings = defineMessages({
  title: { id: "settings.title", defaultMessage: "Settings" },
  sending: { id: "settings.sending", defaultMessage: "Sending" },
  undoTime: { id: "settings.undoTime", defaultMessage: "Time to undo" },
  undoTimeHint: {
    id: "settings.undoTimeHint",
    defaultMessage:
      "CloudFront cannot cancel an invalidation. So the app waits this long before it sends one, and you can take it back until then.",
  },
  undoTimeRange: { id: "settings.undoTimeRange", defaultMessage: "0 to 60 seconds; 0 sends at once." },
  seconds: { id: "settings.seconds", defaultMessage: "seconds" },
  undoTimeInvalid: {
    id: "settings.undoTimeInvalid",
    defaultMessage: "Enter a whole number of seconds from 0 to 60.",
  },
  notify: { id: "settings.notify", defaultMessage: "Tell me when a run is complete" },
  notifyHint: {
    id: "settings.notifyHint",
    defaultMessage: "Shows a notification on the desktop, also while the window is in the background.",
  },
  security: { id: "settings.security", defaultMessage: "Security" },
  idleLock: { id: "settings.idleLock", defaultMessage: "Lock after … minutes without anybody" },
  idleLockHint: {
    id: "settings.idleLockHint",
    defaultMessage:
      "Once nobody has used the window for so long, the app lets go of the keys and sessions it holds in memory and covers its pages, until you choose Unlock. The queue then waits for you.",
  },
  idleLockRange: { id: "settings.idleLockRange", defaultMessage: "0 to 240 minutes; 0 never locks." },
  minutes: { id: "settings.minutes", defaultMessage: "minutes" },
  idleLockInvalid: {
    id: "settings.idleLockInvalid",
    defaultMessage: "Enter a whole number of minutes from 0 to 240.",
  },
  save: { id: "settings.save", defaultMessage: "Save" },
  saved: { id: "settings.saved", defaultMessage: "The settings were saved." },
  loading: { id: "settings.loading", defaultMessage: "Loading settings" },
  about: { id: "settings.about", defaultMessage: "About this app" },
  version: { id: "settings.version", defaultMessage: "Version" },
  dataFolder: { id: "settings.dataFolder", defaultMessage: "Data folder" },
  help: {
    id: "settings.help",
    defaultMessage:
      "The settings hold for every connection of this app on this computer. A change counts for what you create from then on.",
  },
  helpFolder: {
    id: "settings.helpFolder",
    defaultMessage:
      "The data folder holds the app’s records and its backups of them. It holds no secrets: those are in the keychain.",
  },
  helpSave: {
    id: "settings.helpSave",
    defaultMessage: "Change a setting, and choose Save. Budgets and prices have buttons of their own.",
  },
  helpSupport: {
    id: "settings.helpSupport",
    defaultMessage:
      "If something does not work, Save diagnostics makes a file for whoever helps you. Check for updates asks whether there is a newer version.",
  },
  helpUndo: {
    id: "settings.helpUndo",
    defaultMessage: "With 0 seconds of time to undo, what you create is sent at once, and nobody can take it back.",
  },
});
