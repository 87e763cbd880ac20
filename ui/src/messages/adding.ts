import { defineMessages } from "react-intl";

/** The pages that add a connection. What those of the list say too stands in connections.ts. */
export const adding = defineMessages({
  identityCenter: { id: "adding.identityCenter", defaultMessage: "IAM Identity Center" },
  role: { id: "adding.role", defaultMessage: "Assume role" },
  addIdentityCenter: {
    id: "adding.addIdentityCenter",
    defaultMessage: "Add a connection by IAM Identity Center",
  },
  addRole: { id: "adding.addRole", defaultMessage: "Add a connection by assuming a role" },
  choose: { id: "adding.choose", defaultMessage: "Choose one" },
  useIt: { id: "adding.useIt", defaultMessage: "Use “{value}”" },
  onFile: { id: "adding.onFile", defaultMessage: "Take it from this computer" },
  onFileHint: {
    id: "adding.onFileHint",
    defaultMessage:
      "Keys that are in the AWS credentials file here already. The secret goes from there into the keychain and never comes into this window.",
  },
  onFileNone: { id: "adding.onFileNone", defaultMessage: "No, I paste or type it below" },
  onFileTemporary: { id: "adding.onFileTemporary", defaultMessage: "Temporary" },
  onFileLoading: { id: "adding.onFileLoading", defaultMessage: "Looking for keys" },
  onFileFailed: { id: "adding.onFileFailed", defaultMessage: "The credentials file could not be read." },
  onFileEmpty: { id: "adding.onFileEmpty", defaultMessage: "No access keys were found on this computer" },
  onFileChosen: { id: "adding.onFileChosen", defaultMessage: "The access key {id} is taken from this computer." },
  onFileTypeInstead: { id: "adding.onFileTypeInstead", defaultMessage: "Paste or type another" },
  paste: { id: "adding.paste", defaultMessage: "Paste the key" },
  pasteHint: {
    id: "adding.pasteHint",
    defaultMessage:
      "As you were handed it: the lines of the downloaded .csv file, the block that the AWS access portal shows, or the lines of an e-mail. The fields below are filled in from it.",
  },
  pasteUnknown: {
    id: "adding.pasteUnknown",
    defaultMessage:
      "No whole access key was found in that, so nothing was changed. It needs the access key ID and the secret access key, each with its name; or copy each into its field below.",
  },
  pasteFilled: { id: "adding.pasteFilled", defaultMessage: "The fields below have the access key {id}." },
  pasteWhich: { id: "adding.pasteWhich", defaultMessage: "Which key?" },
  pasteSeveral: { id: "adding.pasteSeveral", defaultMessage: "{count, number} keys are in what you pasted." },
  colourHint: {
    id: "adding.colourHint",
    defaultMessage:
      "Optional. A dot beside the name and a band atop the window, to tell connections apart at a glance.",
  },
  productionHint: {
    id: "adding.productionHint",
    defaultMessage: "It concerns a site that visitors see: each send is asked about once more.",
  },
  moreSettings: { id: "adding.moreSettings", defaultMessage: "More settings" },
  fips: { id: "adding.fips", defaultMessage: "Use FIPS endpoints" },
  fipsHint: { id: "adding.fipsHint", defaultMessage: "Only where your company’s rules ask for it." },
  dualStack: { id: "adding.dualStack", defaultMessage: "Use dual-stack endpoints" },
  dualStackHint: { id: "adding.dualStackHint", defaultMessage: "For networks that have IPv6 alone." },
  china: { id: "adding.china", defaultMessage: "This connection is for AWS China" },
  chinaHint: {
    id: "adding.chinaHint",
    defaultMessage: "Accounts of AWS China are apart from all others and have addresses of their own.",
  },
  base: { id: "adding.base", defaultMessage: "Base connection" },
  baseHint: { id: "adding.baseHint", defaultMessage: "The connection that may assume the role." },
  baseNone: {
    id: "adding.baseNone",
    defaultMessage: "There is no connection yet that could assume a role. Add one of another kind first.",
  },
  roleArn: { id: "adding.roleArn", defaultMessage: "Role ARN" },
  roleArnHint: {
    id: "adding.roleArnHint",
    defaultMessage: "The role’s full name, such as arn:aws:iam::123456789012:role/web-editors.",
  },
  roleArnInvalid: {
    id: "adding.roleArnInvalid",
    defaultMessage: "Enter the whole ARN: arn:aws:iam::, the 12 digits of the account, :role/ and the role’s name.",
  },
  externalId: { id: "adding.externalId", defaultMessage: "External ID" },
  externalIdHint: {
    id: "adding.externalIdHint",
    defaultMessage: "Only where the owner of the role gave you one; leave it empty otherwise.",
  },
  sessionName: { id: "adding.sessionName", defaultMessage: "Session name" },
  sessionNameHint: {
    id: "adding.sessionNameHint",
    defaultMessage: "Optional. What stands in AWS’s logs for what you do; housekeeper where you leave it empty.",
  },
  sessionNameInvalid: {
    id: "adding.sessionNameInvalid",
    defaultMessage: "Use 2 to 64 letters, digits and = , . @ - _ + without spaces.",
  },
  mfaDevice: { id: "adding.mfaDevice", defaultMessage: "MFA device" },
  mfaDeviceHint: {
    id: "adding.mfaDeviceHint",
    defaultMessage: "Optional. Its serial number or ARN, where the role asks for a code.",
  },
  codeInvalid: { id: "adding.codeInvalid", defaultMessage: "Enter all six digits, or leave it empty." },
  startUrl: { id: "adding.startUrl", defaultMessage: "Start URL" },
  startUrlHint: {
    id: "adding.startUrlHint",
    defaultMessage: "The address of your AWS access portal, such as https://example.awsapps.com/start.",
  },
  startUrlInvalid: { id: "adding.startUrlInvalid", defaultMessage: "Enter an address that begins with https://." },
  signedInThere: { id: "adding.signedInThere", defaultMessage: "Signed in" },
  region: { id: "adding.region", defaultMessage: "Region" },
  regionHint: {
    id: "adding.regionHint",
    defaultMessage: "The region of IAM Identity Center, such as eu-central-1. It need not be that of your site.",
  },
  useBrowser: { id: "adding.useBrowser", defaultMessage: "Sign in in the browser" },
  useCode: { id: "adding.useCode", defaultMessage: "Use a code instead" },
  lookingThere: { id: "adding.lookingThere", defaultMessage: "You are signed in there. Looking for your accounts" },
  signInOver: {
    id: "adding.signInOver",
    defaultMessage: "You were signed in there, but that is over. Sign in once more.",
  },
  signInStep: { id: "adding.signInStep", defaultMessage: "Sign in at the portal" },
  accountStep: { id: "adding.accountStep", defaultMessage: "Choose the account and the role" },
  otherPortal: { id: "adding.otherPortal", defaultMessage: "Use another portal" },
  signInAgain: { id: "adding.signInAgain", defaultMessage: "Sign in again" },
  account: { id: "adding.account", defaultMessage: "Account" },
  accountHint: { id: "adding.accountHint", defaultMessage: "The one that your site’s distributions are in." },
  chooseAccount: { id: "adding.chooseAccount", defaultMessage: "Choose an account" },
  findAccount: { id: "adding.findAccount", defaultMessage: "Find an account by name, number or e-mail" },
  noAccountMatches: { id: "adding.noAccountMatches", defaultMessage: "No account matches" },
  accountsLoading: { id: "adding.accountsLoading", defaultMessage: "Looking for your accounts" },
  noAccounts: {
    id: "adding.noAccounts",
    defaultMessage: "The portal lets you into no account. Ask whoever runs it to assign you one.",
  },
  portalRole: { id: "adding.portalRole", defaultMessage: "Role" },
  portalRoleHint: {
    id: "adding.portalRoleHint",
    defaultMessage: "What you may do there. Take the one that may do least and still invalidate.",
  },
  rolesLoading: { id: "adding.rolesLoading", defaultMessage: "Looking for your roles" },
  noRoles: {
    id: "adding.noRoles",
    defaultMessage: "You have no role in this account. Choose another, or ask whoever runs the portal.",
  },
  proposedName: { id: "adding.proposedName", defaultMessage: "{account} – {role}" },
});
