import { defineMessages, type MessageDescriptor } from "react-intl";
import type { ErrorCode } from "../ipc/client";

/** What happened, and what the person can do about it. */
type Sentence = { happened: MessageDescriptor; todo: MessageDescriptor };

/** A sentence for every failure that can reach the window; a new code does not compile without one. */
export const errors: Record<ErrorCode, Sentence> = {
  denied: defineMessages({
    happened: { id: "errors.denied", defaultMessage: "Your AWS permissions do not allow this" },
    todo: {
      id: "errors.denied.todo",
      defaultMessage: "Ask whoever manages your AWS account for the permission below, then try again.",
    },
  }),
  credentialsRejected: defineMessages({
    happened: { id: "errors.credentialsRejected", defaultMessage: "AWS did not accept the credentials" },
    todo: {
      id: "errors.credentialsRejected.todo",
      defaultMessage:
        "The key or its session may have expired, been turned off or been mistyped. Sign in again, or correct the connection under Connections.",
    },
  }),
  noCredentials: defineMessages({
    happened: { id: "errors.noCredentials", defaultMessage: "This connection has no credentials to sign with" },
    todo: {
      id: "errors.noCredentials.todo",
      defaultMessage: "Check that its profile still exists on this computer, or add the connection again with its key.",
    },
  }),
  keychainUnavailable: defineMessages({
    happened: { id: "errors.keychainUnavailable", defaultMessage: "The computer’s keychain cannot be reached" },
    todo: {
      id: "errors.keychainUnavailable.todo",
      defaultMessage:
        "Secrets are kept only there. Unlock it (on Linux a keyring service must be running), then try again.",
    },
  }),
  notFound: defineMessages({
    happened: { id: "errors.notFound", defaultMessage: "AWS does not know this id" },
    todo: {
      id: "errors.notFound.todo",
      defaultMessage: "Check the id, and that the connection in use leads to the right account.",
    },
  }),
  throttled: defineMessages({
    happened: { id: "errors.throttled", defaultMessage: "AWS asks for a slower pace" },
    todo: { id: "errors.throttled.todo", defaultMessage: "Wait a minute, then try again." },
  }),
  tooManyInProgress: defineMessages({
    happened: {
      id: "errors.tooManyInProgress",
      defaultMessage: "This distribution has too many paths in progress",
    },
    todo: {
      id: "errors.tooManyInProgress.todo",
      defaultMessage: "CloudFront works on at most 3,000 at a time. Wait until some are completed, then send it again.",
    },
  }),
  tooManyWildcardsInProgress: defineMessages({
    happened: {
      id: "errors.tooManyWildcardsInProgress",
      defaultMessage: "This distribution has too many wildcards in progress",
    },
    todo: {
      id: "errors.tooManyWildcardsInProgress.todo",
      defaultMessage: "CloudFront works on at most 15 at a time. Wait until some are completed, then send it again.",
    },
  }),
  batchTooLarge: defineMessages({
    happened: { id: "errors.batchTooLarge", defaultMessage: "This is more than one invalidation takes" },
    todo: {
      id: "errors.batchTooLarge.todo",
      defaultMessage: "Send it in parts, or put what lies in one folder under a wildcard such as /images/*.",
    },
  }),
  referenceUsed: defineMessages({
    happened: {
      id: "errors.referenceUsed",
      defaultMessage: "CloudFront has already seen this caller reference with other paths",
    },
    todo: {
      id: "errors.referenceUsed.todo",
      defaultMessage: "Nothing was invalidated. Create it anew: it gets a caller reference of its own.",
    },
  }),
  invalid: defineMessages({
    happened: { id: "errors.invalid", defaultMessage: "This was not accepted" },
    todo: {
      id: "errors.invalid.todo",
      defaultMessage: "Correct what is named below, then try again.",
    },
  }),
  itemsHaveErrors: defineMessages({
    happened: { id: "errors.itemsHaveErrors", defaultMessage: "Some lines cannot be sent" },
    todo: {
      id: "errors.itemsHaveErrors.todo",
      defaultMessage: "Correct the lines listed as errors; nothing was sent.",
    },
  }),
  unreachable: defineMessages({
    happened: { id: "errors.unreachable", defaultMessage: "The other side could not be reached" },
    todo: {
      id: "errors.unreachable.todo",
      defaultMessage: "Check the network, the VPN or proxy, and the connection’s custom endpoint, then try again.",
    },
  }),
  replyLost: defineMessages({
    happened: { id: "errors.replyLost", defaultMessage: "The reply was lost or could not be understood" },
    todo: {
      id: "errors.replyLost.todo",
      defaultMessage:
        "It may or may not have arrived. It is safe to try again: the same caller reference never invalidates twice.",
    },
  }),
  interrupted: defineMessages({
    happened: { id: "errors.interrupted", defaultMessage: "The app ended while this was being sent" },
    todo: {
      id: "errors.interrupted.todo",
      defaultMessage:
        "It may or may not have arrived. It is settled with the same caller reference, which never invalidates twice.",
    },
  }),
  accountChanged: defineMessages({
    happened: {
      id: "errors.accountChanged",
      defaultMessage: "The connection now leads to another AWS account",
    },
    todo: {
      id: "errors.accountChanged.todo",
      defaultMessage: "This was made for a different account. Use a connection into that one, then try again.",
    },
  }),
  records: defineMessages({
    happened: { id: "errors.records", defaultMessage: "The app’s own records could not be read or written" },
    todo: {
      id: "errors.records.todo",
      defaultMessage:
        "Check that the disk is not full and that no other copy of the app is running, then start it again.",
    },
  }),
  accessKeyWanted: defineMessages({
    happened: { id: "errors.accessKeyWanted", defaultMessage: "The access key of this connection is needed again" },
    todo: {
      id: "errors.accessKeyWanted.todo",
      defaultMessage: "It is no longer in the keychain, or was kept in memory only. Enter it again under Connections.",
    },
  }),
  locked: defineMessages({
    happened: { id: "errors.locked", defaultMessage: "The app is locked because nobody was here" },
    todo: {
      id: "errors.locked.todo",
      defaultMessage: "It has let go of the keys it held in memory. Choose Unlock, then try again.",
    },
  }),
  mfaCodeWanted: defineMessages({
    happened: { id: "errors.mfaCodeWanted", defaultMessage: "A code of your MFA device is needed" },
    todo: {
      id: "errors.mfaCodeWanted.todo",
      defaultMessage: "Have the device at hand and enter the code that it shows now.",
    },
  }),
  portalSignInWanted: defineMessages({
    happened: { id: "errors.portalSignInWanted", defaultMessage: "You are not signed in to IAM Identity Center" },
    todo: {
      id: "errors.portalSignInWanted.todo",
      defaultMessage: "Sign in at its portal; what failed is then tried again.",
    },
  }),
  portalSignInEnded: defineMessages({
    happened: { id: "errors.portalSignInEnded", defaultMessage: "Signing in to IAM Identity Center came to nothing" },
    todo: {
      id: "errors.portalSignInEnded.todo",
      defaultMessage: "It was denied, ran out of time, or was closed. Try again; the text below says which it was.",
    },
  }),
  programNotAgreed: defineMessages({
    happened: {
      id: "errors.programNotAgreed",
      defaultMessage: "This AWS profile runs a program to get its credentials",
    },
    todo: {
      id: "errors.programNotAgreed.todo",
      defaultMessage: "Nothing was run. Look at the program and agree to it, if it is the one you expect.",
    },
  }),
  budgetExceeded: defineMessages({
    happened: { id: "errors.budgetExceeded", defaultMessage: "This would go beyond the month’s budget" },
    todo: {
      id: "errors.budgetExceeded.todo",
      defaultMessage: "Nothing of it is sent. Send fewer items, wait for next month, or have the budget raised.",
    },
  }),
  notAllowed: defineMessages({
    happened: { id: "errors.notAllowed", defaultMessage: "The administrator of this computer does not allow this" },
    todo: {
      id: "errors.notAllowed.todo",
      defaultMessage: "Nothing of it is sent. Leave out what is named below, or ask your administrator.",
    },
  }),
  policyBroken: defineMessages({
    happened: { id: "errors.policyBroken", defaultMessage: "The administrator’s settings file cannot be read" },
    todo: {
      id: "errors.policyBroken.todo",
      defaultMessage: "Nothing is sent until it is mended. Pass the text below on to your administrator.",
    },
  }),
  unexpected: defineMessages({
    happened: { id: "errors.unexpected", defaultMessage: "Something unforeseen went wrong" },
    todo: {
      id: "errors.unexpected.todo",
      defaultMessage: "Try again; if it stays, pass the text below on to whoever looks after this app.",
    },
  }),
};
