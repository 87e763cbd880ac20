import { defineMessages } from "react-intl";

/** The pages Connections and Add connection. */
export const connections = defineMessages({
  title: { id: "connections.title", defaultMessage: "Connections" },
  description: {
    id: "connections.description",
    defaultMessage: "Ways into AWS accounts. Secrets are kept in this computer’s keychain and nowhere else.",
  },
  add: { id: "connections.add", defaultMessage: "Add connection" },
  accessKey: { id: "connections.accessKey", defaultMessage: "Access key" },
  profile: { id: "connections.profile", defaultMessage: "AWS profile" },
  practice: { id: "connections.practice", defaultMessage: "Practice account" },
  addAccessKey: { id: "connections.addAccessKey", defaultMessage: "Add a connection by access key" },
  addProfile: { id: "connections.addProfile", defaultMessage: "Add a connection by AWS profile" },
  name: { id: "connections.name", defaultMessage: "Connection name" },
  way: { id: "connections.way", defaultMessage: "Kind" },
  wayAccessKey: { id: "connections.wayAccessKey", defaultMessage: "Access key {id}" },
  wayProfile: { id: "connections.wayProfile", defaultMessage: "AWS profile {name}" },
  account: { id: "connections.account", defaultMessage: "Account" },
  identity: { id: "connections.identity", defaultMessage: "Signed in as" },
  state: { id: "connections.state", defaultMessage: "State" },
  inUse: { id: "connections.inUse", defaultMessage: "In use" },
  check: { id: "connections.check", defaultMessage: "Check" },
  use: { id: "connections.use", defaultMessage: "Use" },
  alreadyInUse: { id: "connections.alreadyInUse", defaultMessage: "It is in use already" },
  practiceStays: { id: "connections.practiceStays", defaultMessage: "The practice account cannot be removed" },
  loading: { id: "connections.loading", defaultMessage: "Loading connections" },
  empty: { id: "connections.empty", defaultMessage: "No connections" },
  removeTitle: { id: "connections.removeTitle", defaultMessage: "Remove {name}?" },
  removeText: {
    id: "connections.removeText",
    defaultMessage:
      "Its secret is deleted from the keychain. Nothing changes in AWS, and what was sent stays under Activity.",
  },
  removed: { id: "connections.removed", defaultMessage: "{name} was removed." },
  saved: { id: "connections.saved", defaultMessage: "{name} was saved." },
  checkOf: { id: "connections.checkOf", defaultMessage: "Check of {name}" },
  checkIdentity: { id: "connections.checkIdentity", defaultMessage: "AWS knows you as {arn} in account {account}." },
  checkNoIdentity: { id: "connections.checkNoIdentity", defaultMessage: "AWS did not say who you are: {reason}." },
  checkListing: { id: "connections.checkListing", defaultMessage: "You may list the distributions." },
  checkNoListing: {
    id: "connections.checkNoListing",
    defaultMessage: "The distributions cannot be listed: {reason}. You can still add one by its ID.",
  },
  checkNothing: {
    id: "connections.checkNothing",
    defaultMessage:
      "AWS said neither who you are nor what you may list: {reason}. You can still add a distribution by its ID.",
  },
  save: { id: "connections.save", defaultMessage: "Save connection" },
  nameHint: {
    id: "connections.nameHint",
    defaultMessage: "What you want to call it, such as the team’s or the site’s name.",
  },
  accessKeyId: { id: "connections.accessKeyId", defaultMessage: "Access key ID" },
  accessKeyIdHint: {
    id: "connections.accessKeyIdHint",
    defaultMessage: "Begins with AKIA, or with ASIA where it is temporary.",
  },
  secretAccessKey: { id: "connections.secretAccessKey", defaultMessage: "Secret access key" },
  secretHint: {
    id: "connections.secretHint",
    defaultMessage: "Goes straight into the keychain and cannot be read back here.",
  },
  sessionToken: { id: "connections.sessionToken", defaultMessage: "Session token" },
  sessionTokenHint: {
    id: "connections.sessionTokenHint",
    defaultMessage: "Only with temporary credentials; leave it empty otherwise.",
  },
  profileName: { id: "connections.profileName", defaultMessage: "Profile name" },
  profileNameHint: {
    id: "connections.profileNameHint",
    defaultMessage: "A profile of the AWS config files on this computer. It is referred to, never copied.",
  },
  profileUse: { id: "connections.profileUse", defaultMessage: "Use “{name}”" },
  noProfiles: { id: "connections.noProfiles", defaultMessage: "No profiles were found on this computer" },
  profilesLoading: { id: "connections.profilesLoading", defaultMessage: "Looking for profiles" },
  customEndpoint: { id: "connections.customEndpoint", defaultMessage: "Custom endpoint" },
  customEndpointHint: {
    id: "connections.customEndpointHint",
    defaultMessage: "Leave it empty to talk to AWS. Otherwise every call of this connection goes to this address.",
  },
  needed: { id: "connections.needed", defaultMessage: "Fill this in." },
  endpointInvalid: {
    id: "connections.endpointInvalid",
    defaultMessage: "Enter an address that begins with http:// or https://.",
  },
  help: {
    id: "connections.help",
    defaultMessage:
      "A connection says how this app signs in to one AWS account: with an access key, with an AWS profile that is set up on this computer, on your company’s sign-in page (IAM Identity Center), or by taking on a role.",
  },
  helpSafe: {
    id: "connections.helpSafe",
    defaultMessage:
      "Use a key that may do no more than needed: list distributions, and create and read invalidations. If a permission is missing, the app names it and offers the policy to hand to an administrator.",
  },
  helpPractice: {
    id: "connections.helpPractice",
    defaultMessage: "The practice account is made up and lives on this computer. Try anything in it.",
  },
  helpDo: {
    id: "connections.helpDo",
    defaultMessage:
      "Add connection leads into another account. For the one that is selected, Use works with it from now on, and Check says whether it still works.",
  },
  helpInUse: {
    id: "connections.helpInUse",
    defaultMessage:
      "Whatever you clear, you clear in the account of the connection in use. Its name stands in the bar at the top.",
  },
});
