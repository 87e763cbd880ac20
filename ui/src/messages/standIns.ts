import { defineMessages } from "react-intl";

/** The three dialogues of signing in, in their plainest form. */
export const standIns = defineMessages({
  mfaTitle: { id: "standins.mfaTitle", defaultMessage: "MFA code for {name}" },
  code: { id: "standins.code", defaultMessage: "MFA code" },
  codeHint: { id: "standins.codeHint", defaultMessage: "The six digits that the device shows now." },
  send: { id: "standins.send", defaultMessage: "Sign in" },
  programTitle: { id: "standins.programTitle", defaultMessage: "Run this program?" },
  programText: {
    id: "standins.programText",
    defaultMessage: "The AWS profile {profile} gets its credentials from this program on your computer:",
  },
  agree: { id: "standins.agree", defaultMessage: "Agree and run" },
  waiting: { id: "standins.waiting", defaultMessage: "Go through the page of the portal in the browser." },
  compare: { id: "standins.compare", defaultMessage: "Compare the code: {code}" },
  openAgain: { id: "standins.openAgain", defaultMessage: "Open the browser again" },
});
