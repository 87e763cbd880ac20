import { defineMessages } from "react-intl";

/** What is done with a saved connection, and how the list describes it. */
export const manage = defineMessages({
  session: { id: "manage.session", defaultMessage: "Session" },
  wayIdentityCenter: {
    id: "manage.wayIdentityCenter",
    defaultMessage: "IAM Identity Center: {role} in {account}",
  },
  wayRole: { id: "manage.wayRole", defaultMessage: "Role {arn} over «{base}»" },
  wayRoleAlone: {
    id: "manage.wayRoleAlone",
    defaultMessage: "Role {arn} over a connection that was removed",
  },
  china: { id: "manage.china", defaultMessage: "AWS China" },
  fips: { id: "manage.fips", defaultMessage: "FIPS" },
  dualStack: { id: "manage.dualStack", defaultMessage: "Dual-stack" },
  inMemory: { id: "manage.inMemory", defaultMessage: "In memory only" },
  actions: { id: "manage.actions", defaultMessage: "Actions" },
  edit: { id: "manage.edit", defaultMessage: "Edit" },
  enterKey: { id: "manage.enterKey", defaultMessage: "Enter the key again" },
  rotate: { id: "manage.rotate", defaultMessage: "Rotate access key" },
  signOut: { id: "manage.signOut", defaultMessage: "Sign out" },
  permissions: { id: "manage.permissions", defaultMessage: "Permissions" },
  notPractice: { id: "manage.notPractice", defaultMessage: "The practice account stays as it is" },
  fixed: { id: "manage.fixed", defaultMessage: "Set by your administrator" },
  onlyKey: { id: "manage.onlyKey", defaultMessage: "Only with an access key" },
  notTemporary: {
    id: "manage.notTemporary",
    defaultMessage: "A temporary key runs out by itself; enter the next one instead",
  },
  noSession: { id: "manage.noSession", defaultMessage: "An access key has no session; remove the connection instead" },
  editTitle: { id: "manage.editTitle", defaultMessage: "Edit {name}" },
  colourHint: {
    id: "manage.colourHint",
    defaultMessage: "Shown in the top bar and beside the name, so that you see where you are.",
  },
  production: { id: "manage.production", defaultMessage: "Production" },
  productionHint: {
    id: "manage.productionHint",
    defaultMessage: "You are asked once more before anything is sent through this connection.",
  },
  saveEdit: { id: "manage.saveEdit", defaultMessage: "Save" },
  edited: { id: "manage.edited", defaultMessage: "{name} was changed." },
  keyTitle: { id: "manage.keyTitle", defaultMessage: "Enter the key of {name} again" },
  keyText: {
    id: "manage.keyText",
    defaultMessage:
      "AWS is asked first whether it accepts the key. Only then does it take the place of the one before.",
  },
  saveKey: { id: "manage.saveKey", defaultMessage: "Save key" },
  keyReplaced: { id: "manage.keyReplaced", defaultMessage: "The new key of {name} is in place." },
  keepInMemory: { id: "manage.keepInMemory", defaultMessage: "Keep it in memory until the window closes" },
  keepInMemoryText: {
    id: "manage.keepInMemoryText",
    defaultMessage: "Or go on without the keychain: you then enter the key again each time the app is started.",
  },
  rotateTitle: { id: "manage.rotateTitle", defaultMessage: "Rotate the access key of {name}?" },
  rotateText: {
    id: "manage.rotateText",
    defaultMessage: "The access key {key} is replaced by a new one, in these steps:",
  },
  rotateMake: { id: "manage.rotateMake", defaultMessage: "A new access key is made in IAM for the same user." },
  rotateTry: { id: "manage.rotateTry", defaultMessage: "The new key is tried, until AWS accepts it." },
  rotateKeep: { id: "manage.rotateKeep", defaultMessage: "The new key is kept in this computer’s keychain." },
  rotateOff: {
    id: "manage.rotateOff",
    defaultMessage: "The old key is turned off in IAM. It is not deleted, so it can be turned on again.",
  },
  rotateOthers: {
    id: "manage.rotateOthers",
    defaultMessage:
      "Whatever else uses the old key, such as another computer or a script, stops working. IAM allows a user two access keys; where there are two already, one has to be deleted first.",
  },
  rotated: { id: "manage.rotated", defaultMessage: "The access key was rotated" },
  rotatedPartly: { id: "manage.rotatedPartly", defaultMessage: "The new key is in use, but the old one still works" },
  rotatedNew: { id: "manage.rotatedNew", defaultMessage: "New access key" },
  rotatedOld: { id: "manage.rotatedOld", defaultMessage: "Old access key" },
  rotatedOff: {
    id: "manage.rotatedOff",
    defaultMessage: "The old key is turned off. Delete it in IAM once you are sure that nothing needs it.",
  },
  rotatedOn: {
    id: "manage.rotatedOn",
    defaultMessage: "Turn the old key off in IAM, or ask your administrator to: until then it works as before.",
  },
  close: { id: "manage.close", defaultMessage: "Close" },
  signOutTitle: { id: "manage.signOutTitle", defaultMessage: "Sign out of {name}?" },
  signOutPortal: {
    id: "manage.signOutPortal",
    defaultMessage:
      "This ends the sign-in at {portal}, for this connection and for all others through the same portal:",
  },
  signOutPortalAlone: {
    id: "manage.signOutPortalAlone",
    defaultMessage:
      "This ends the sign-in at {portal}. It ends for all connections through that portal; there is no other here.",
  },
  signOutText: {
    id: "manage.signOutText",
    defaultMessage: "The credentials of its session are forgotten. The next call through it begins a new session.",
  },
  signOutQueue: {
    id: "manage.signOutQueue",
    defaultMessage: "The connection stays in the list. What waits to be sent through it waits until you sign in again.",
  },
  signedOut: { id: "manage.signedOut", defaultMessage: "You are signed out of {name}." },
});
