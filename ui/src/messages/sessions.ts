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
  codeTitle: { id: "sessions.codeTitle", defaultMessage: "MFA code for {name}" },
  codeText: {
    id: "sessions.codeText",
    defaultMessage:
      "AWS asks for the code that your MFA device shows now: an authenticator app on your phone, or a small device of its own. Nobody from IT ever needs this code from you.",
  },
  codeDevice: { id: "sessions.codeDevice", defaultMessage: "Device: {device}" },
  code: { id: "sessions.code", defaultMessage: "MFA code" },
  codeHint: { id: "sessions.codeHint", defaultMessage: "Six digits. A code holds for 30 seconds and is taken once." },
  codeNotWhole: { id: "sessions.codeNotWhole", defaultMessage: "Enter all six digits." },
  codeContinue: { id: "sessions.codeContinue", defaultMessage: "Continue" },
  consentTitle: { id: "sessions.consentTitle", defaultMessage: "May this program run on your computer?" },
  consentText: {
    id: "sessions.consentText",
    defaultMessage:
      "{profile, select, none {The AWS profile} other {The AWS profile {profile}}} gets its credentials from a program. Somebody set that up in the AWS config files of this computer. This is the exact command:",
  },
  consentCommand: { id: "sessions.consentCommand", defaultMessage: "The command that is run" },
  consentMeans: {
    id: "sessions.consentMeans",
    defaultMessage:
      "If you agree, it runs on this computer, with your rights, whenever this connection needs credentials. You are asked again when the command changes.",
  },
  consentDoubt: {
    id: "sessions.consentDoubt",
    defaultMessage: "If you do not expect it, choose Cancel and ask whoever set up this computer. Nothing runs then.",
  },
  agree: { id: "sessions.agree", defaultMessage: "Agree" },
  signingIn: { id: "sessions.signingIn", defaultMessage: "Signing in" },
  beginning: { id: "sessions.beginning", defaultMessage: "Asking the portal" },
  waitBrowser: {
    id: "sessions.waitBrowser",
    defaultMessage: "Sign in on the page that has opened in the browser, and allow the access it asks for.",
  },
  waitBrowserNext: {
    id: "sessions.waitBrowserNext",
    defaultMessage: "It goes on here by itself. The browser’s page can be closed then.",
  },
  waitCode: {
    id: "sessions.waitCode",
    defaultMessage: "On the page that has opened in the browser, check that it shows this same code, then go on there.",
  },
  waitCodeElse: {
    id: "sessions.waitCodeElse",
    defaultMessage:
      "You can also open the address below in a browser of another device. Stop if the page shows another code: it is not this sign-in then.",
  },
  portalCodeIs: { id: "sessions.portalCodeIs", defaultMessage: "Code" },
  waitingForIt: { id: "sessions.waitingForIt", defaultMessage: "Waiting for you to sign in" },
  timeLeft: {
    id: "sessions.timeLeft",
    defaultMessage:
      "{unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}} left",
  },
  timeOver: { id: "sessions.timeOver", defaultMessage: "The time for it is over" },
  openAgain: { id: "sessions.openAgain", defaultMessage: "Open the browser again" },
  noBrowser: { id: "sessions.noBrowser", defaultMessage: "The browser could not be opened" },
  noBrowserText: {
    id: "sessions.noBrowserText",
    defaultMessage: "Copy the address below into the address bar of your browser yourself.",
  },
  address: { id: "sessions.address", defaultMessage: "Address of the sign-in page" },
  memoryKey: {
    id: "sessions.memoryKey",
    defaultMessage:
      "You can go on without the keychain: the secret stays in memory until the window closes, and has to be entered again at the next start.",
  },
  memoryPortal: {
    id: "sessions.memoryPortal",
    defaultMessage:
      "You can go on without the keychain: the sign-in stays in memory until the window closes, and you sign in again at the next start.",
  },
  keepInMemory: { id: "sessions.keepInMemory", defaultMessage: "Keep it in memory until the window closes" },
});
