import { defineMessages } from "react-intl";

/** What a connection asks of the person before it goes on, and how long it still lasts. */
export const sessions = defineMessages({
  mfaTitle: {
    id: "sessions.mfaTitle",
    defaultMessage: "{names} {count, plural, one {needs} other {need}} a code of your MFA device",
  },
  mfaText: {
    id: "sessions.mfaText",
    defaultMessage: "Its session is over or has not begun. Have the device at hand: the code holds for 30 seconds.",
  },
  mfaAct: { id: "sessions.mfaAct", defaultMessage: "Enter the code" },
  portalTitle: {
    id: "sessions.portalTitle",
    defaultMessage: "{names} {count, plural, one {needs} other {need}} you to sign in to IAM Identity Center",
  },
  portalText: {
    id: "sessions.portalText",
    defaultMessage: "You sign in on the portal’s own page in the browser; this app never sees your password.",
  },
  portalAct: { id: "sessions.portalAct", defaultMessage: "Sign in" },
  programTitle: {
    id: "sessions.programTitle",
    defaultMessage: "{names} {count, plural, one {needs} other {need}} your consent to run a program",
  },
  programText: {
    id: "sessions.programText",
    defaultMessage:
      "Its AWS profile gets the credentials from a program on this computer. Nothing runs before you agree.",
  },
  programAct: { id: "sessions.programAct", defaultMessage: "Look at the program" },
  keyTitle: {
    id: "sessions.keyTitle",
    defaultMessage: "{names} {count, plural, one {needs} other {need}} its access key again",
  },
  keyText: {
    id: "sessions.keyText",
    defaultMessage:
      "The key is no longer in the keychain, or was kept in memory only. On the page Connections choose Enter the key again in its Actions.",
  },
  keyAct: { id: "sessions.keyAct", defaultMessage: "Go to Connections" },
  done: {
    id: "sessions.done",
    defaultMessage: "{names} {count, plural, one {works} other {work}} again. What had failed is tried anew.",
  },
  portalModal: { id: "sessions.portalModal", defaultMessage: "Sign in for {name}" },
  portalHow: { id: "sessions.portalHow", defaultMessage: "How do you want to sign in?" },
  portalBrowser: { id: "sessions.portalBrowser", defaultMessage: "In the browser of this computer" },
  portalBrowserHint: {
    id: "sessions.portalBrowserHint",
    defaultMessage: "It opens the portal’s page and comes back here by itself.",
  },
  portalCode: { id: "sessions.portalCode", defaultMessage: "With a code" },
  portalCodeHint: {
    id: "sessions.portalCodeHint",
    defaultMessage: "Also in a browser of another device: you compare a code that stands here and there.",
  },
  portalUnknown: {
    id: "sessions.portalUnknown",
    defaultMessage: "This app does not know its portal. Sign in from the page Connections.",
  },
  left: {
    id: "sessions.left",
    defaultMessage: "{minutes, number} min left",
  },
  leftHint: {
    id: "sessions.leftHint",
    defaultMessage: "The session of this connection ends then. Open Connections to begin a new one.",
  },
  over: { id: "sessions.over", defaultMessage: "Session over" },
  endless: { id: "sessions.endless", defaultMessage: "No end" },
  untilRenewed: { id: "sessions.untilRenewed", defaultMessage: "Until {time}, renewed by itself" },
  until: {
    id: "sessions.until",
    defaultMessage:
      "Until {time} ({unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}} left)",
  },
  wantsMfa: { id: "sessions.wantsMfa", defaultMessage: "Needs your MFA code" },
  wantsPortal: { id: "sessions.wantsPortal", defaultMessage: "Sign in again" },
  wantsKey: { id: "sessions.wantsKey", defaultMessage: "Enter the key again" },
  wantsProgram: { id: "sessions.wantsProgram", defaultMessage: "A program asks for your consent" },
  signIn: { id: "sessions.signIn", defaultMessage: "Sign in" },
  production: { id: "sessions.production", defaultMessage: "Production" },
});
