import { defineMessages } from "react-intl";

/** The frame around every page: top bar, navigation, notices, and what several pages say alike. */
export const shell = defineMessages({
  product: { id: "shell.product", defaultMessage: "Housekeeper for CloudFront" },
  home: { id: "shell.home", defaultMessage: "CloudFront" },
  distributions: { id: "shell.distributions", defaultMessage: "Distributions" },
  batches: { id: "shell.batches", defaultMessage: "Saved batches" },
  activity: { id: "shell.activity", defaultMessage: "Activity" },
  costs: { id: "shell.costs", defaultMessage: "Costs" },
  connections: { id: "shell.connections", defaultMessage: "Connections" },
  settings: { id: "shell.settings", defaultMessage: "Settings" },
  navigation: { id: "shell.navigation", defaultMessage: "Pages" },
  openNavigation: { id: "shell.openNavigation", defaultMessage: "Open the navigation" },
  closeNavigation: { id: "shell.closeNavigation", defaultMessage: "Close the navigation" },
  help: { id: "shell.help", defaultMessage: "Help panel" },
  openHelp: { id: "shell.openHelp", defaultMessage: "Open the help panel" },
  closeHelp: { id: "shell.closeHelp", defaultMessage: "Close the help panel" },
  breadcrumbs: { id: "shell.breadcrumbs", defaultMessage: "Where you are" },
  notifications: { id: "shell.notifications", defaultMessage: "Notifications" },
  dismiss: { id: "shell.dismiss", defaultMessage: "Dismiss" },
  info: { id: "shell.info", defaultMessage: "Info" },
  more: { id: "shell.more", defaultMessage: "More" },
  connectionInUse: { id: "shell.connectionInUse", defaultMessage: "Connection in use" },
  connectionMenu: {
    id: "shell.connectionMenu",
    defaultMessage: "Connection in use: {label}",
  },
  account: { id: "shell.account", defaultMessage: "Account {account}" },
  inUse: { id: "shell.inUse", defaultMessage: "In use" },
  manageConnections: { id: "shell.manageConnections", defaultMessage: "Manage connections" },
  endpoint: { id: "shell.endpoint", defaultMessage: "Not AWS: {endpoint}" },
  endpointHint: {
    id: "shell.endpointHint",
    defaultMessage: "This connection talks to {endpoint} and not to an endpoint of AWS",
  },
  practiceTitle: { id: "shell.practiceTitle", defaultMessage: "Practice account" },
  practiceText: {
    id: "shell.practiceText",
    defaultMessage: "Nothing here reaches AWS: the distributions are made up, and nothing costs anything.",
  },
  switched: { id: "shell.switched", defaultMessage: "{name} is now in use." },
  brokenTitle: { id: "shell.brokenTitle", defaultMessage: "This page stopped working" },
  brokenText: {
    id: "shell.brokenText",
    defaultMessage:
      "Nothing that was already sent is lost. Open the page again; if it keeps happening, save the diagnostics, and hand them to whoever looks after this app, with the text below.",
  },
  openAgain: { id: "shell.openAgain", defaultMessage: "Open the page again" },
  nowhereTitle: { id: "shell.nowhereTitle", defaultMessage: "There is no such page" },
  nowhereText: { id: "shell.nowhereText", defaultMessage: "Choose one in the navigation on the left." },
  damagedTitle: { id: "shell.damagedTitle", defaultMessage: "The app’s records were damaged" },
  damagedKept: { id: "shell.damagedKept", defaultMessage: "The damaged file is kept at {file}." },
  damagedGone: { id: "shell.damagedGone", defaultMessage: "The file that held them was gone or empty." },
  damagedRestored: {
    id: "shell.damagedRestored",
    defaultMessage:
      "They are restored as they were at {time}. What was sent or changed after that is missing here, though it may have been sent: look at the invalidations of the distribution before you send it again. What was queued at that time does not go out by itself: send it from Activity, or leave it.",
  },
  damagedAnew: {
    id: "shell.damagedAnew",
    defaultMessage:
      "There was no backup, so they begin anew: the connections are to be added again, and what was sent before is missing here, though it was sent: look at the invalidations of the distribution before you send it again.",
  },
  loading: { id: "shell.loading", defaultMessage: "Loading" },
  helpPurpose: {
    id: "shell.helpPurpose",
    defaultMessage: "What this page is for",
  },
  helpSteps: {
    id: "shell.helpSteps",
    defaultMessage: "What you do here",
  },
  helpCare: {
    id: "shell.helpCare",
    defaultMessage: "Watch out",
  },
  helpWords: {
    id: "shell.helpWords",
    defaultMessage: "What the words mean",
  },
});
