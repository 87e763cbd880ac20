import { defineMessages } from "react-intl";

/** The page Permissions: the least policy for what somebody wants to do, and what to write to an administrator. */
export const permissions = defineMessages({
  title: { id: "permissions.title", defaultMessage: "Permissions" },
  description: {
    id: "permissions.description",
    defaultMessage: "What {name} has to be allowed in AWS for what you want to do: the least that is enough.",
  },
  unknown: { id: "permissions.unknown", defaultMessage: "There is no such connection" },
  unknownText: { id: "permissions.unknownText", defaultMessage: "It was removed. Choose another one." },
  toConnections: { id: "permissions.toConnections", defaultMessage: "Go to Connections" },
  wish: { id: "permissions.wish", defaultMessage: "What you want to do" },
  distributions: { id: "permissions.distributions", defaultMessage: "Distributions to clear" },
  chooseDistributions: { id: "permissions.chooseDistributions", defaultMessage: "Choose distributions" },
  findDistributions: { id: "permissions.findDistributions", defaultMessage: "Find distributions" },
  loadingDistributions: { id: "permissions.loadingDistributions", defaultMessage: "Loading distributions" },
  distributionsNotRead: {
    id: "permissions.distributionsNotRead",
    defaultMessage: "The distributions could not be read.",
  },
  noDistribution: { id: "permissions.noDistribution", defaultMessage: "No distribution found" },
  takeOut: { id: "permissions.takeOut", defaultMessage: "Take out {what}" },
  notListed: {
    id: "permissions.notListed",
    defaultMessage: "They cannot be listed through this connection: {reason}. Add them by ID below.",
  },
  distributionById: { id: "permissions.distributionById", defaultMessage: "Distribution ID" },
  distributionByIdHint: {
    id: "permissions.distributionByIdHint",
    defaultMessage: "For one that is not in the list; such as E2EXAMPLE1EXAM.",
  },
  addDistribution: { id: "permissions.addDistribution", defaultMessage: "Add distribution" },
  tenantById: { id: "permissions.tenantById", defaultMessage: "Tenant ID" },
  tenantByIdHint: {
    id: "permissions.tenantByIdHint",
    defaultMessage: "Only for tenants of a multi-tenant distribution; begins with dt_.",
  },
  addTenant: { id: "permissions.addTenant", defaultMessage: "Add tenant" },
  tenants: { id: "permissions.tenants", defaultMessage: "Tenants to clear" },
  listing: { id: "permissions.listing", defaultMessage: "Find them in lists" },
  listingHint: {
    id: "permissions.listingHint",
    defaultMessage: "Without it you add each distribution by its ID. AWS grants it for all distributions or none.",
  },
  checks: { id: "permissions.checks", defaultMessage: "Check paths against the distribution’s settings" },
  checksHint: {
    id: "permissions.checksHint",
    defaultMessage: "Without it some mistakes in a path are not found before it is sent.",
  },
  costs: { id: "permissions.costs", defaultMessage: "Count the month’s costs" },
  costsHint: {
    id: "permissions.costsHint",
    defaultMessage: "Reads the invalidations of every distribution of the account, whoever made them.",
  },
  rotation: { id: "permissions.rotation", defaultMessage: "Change the access key" },
  rotationHint: {
    id: "permissions.rotationHint",
    defaultMessage: "For Rotate access key on the page Connections. It concerns your own keys alone.",
  },
  emptyTitle: { id: "permissions.emptyTitle", defaultMessage: "Nothing is chosen yet" },
  emptyText: {
    id: "permissions.emptyText",
    defaultMessage: "Choose above what you want to do. The policy for it and a message to forward then stand here.",
  },
  policy: { id: "permissions.policy", defaultMessage: "Policy" },
  policyText: {
    id: "permissions.policyText",
    defaultMessage: "An administrator attaches it in IAM. It allows what is listed below and nothing else.",
  },
  copyPolicy: { id: "permissions.copyPolicy", defaultMessage: "Copy the policy" },
  accountId: {
    id: "permissions.accountId",
    defaultMessage:
      "It is not known yet which account this connection leads to: the administrator puts its number where ACCOUNT_ID stands.",
  },
  actions: { id: "permissions.actions", defaultMessage: "What the policy allows" },
  actionsText: {
    id: "permissions.actionsText",
    defaultMessage: "And what this app has seen of it so far through this connection.",
  },
  action: { id: "permissions.action", defaultMessage: "Action" },
  resource: { id: "permissions.resource", defaultMessage: "Resource" },
  purpose: { id: "permissions.purpose", defaultMessage: "What for" },
  forInvalidate: { id: "permissions.forInvalidate", defaultMessage: "Clear pages" },
  forFollow: { id: "permissions.forFollow", defaultMessage: "See how far that is" },
  forList: { id: "permissions.forList", defaultMessage: "Find in lists" },
  forCheck: { id: "permissions.forCheck", defaultMessage: "Check paths" },
  forCount: { id: "permissions.forCount", defaultMessage: "Count the costs" },
  forRotate: { id: "permissions.forRotate", defaultMessage: "Change the access key" },
  known: { id: "permissions.known", defaultMessage: "Known" },
  works: { id: "permissions.works", defaultMessage: "Works" },
  refused: { id: "permissions.refused", defaultMessage: "Refused" },
  untried: { id: "permissions.untried", defaultMessage: "Not tried yet" },
  none: { id: "permissions.none", defaultMessage: "Nothing" },
  message: { id: "permissions.message", defaultMessage: "Message for your administrator" },
  messageText: {
    id: "permissions.messageText",
    defaultMessage: "Send it to whoever manages your AWS account. It holds no secret.",
  },
  copyMessage: { id: "permissions.copyMessage", defaultMessage: "Copy the message" },
  greeting: { id: "permissions.greeting", defaultMessage: "Hello," },
  intro: {
    id: "permissions.intro",
    defaultMessage:
      "I clear pages from the CloudFront cache with the app Housekeeper for CloudFront. Could you give me the permissions below? They are the least that is enough.",
  },
  who: { id: "permissions.who", defaultMessage: "Who I am in AWS: {arn} (account {account})" },
  whoRole: {
    id: "permissions.whoRole",
    defaultMessage: "Who I am in AWS: role {role} of IAM Identity Center in account {account}",
  },
  whoRoleArn: { id: "permissions.whoRoleArn", defaultMessage: "Who I am in AWS: the role {arn}" },
  whoKey: { id: "permissions.whoKey", defaultMessage: "Who I am in AWS: the user of the access key {key}" },
  whoProfile: {
    id: "permissions.whoProfile",
    defaultMessage: "Who I am in AWS: whoever the AWS profile {profile} on my computer signs in as",
  },
  want: { id: "permissions.want", defaultMessage: "What I want to do:" },
  wantDistribution: { id: "permissions.wantDistribution", defaultMessage: "Clear pages of the distribution {name}" },
  wantTenant: { id: "permissions.wantTenant", defaultMessage: "Clear pages of the distribution tenant {id}" },
  wantListing: { id: "permissions.wantListing", defaultMessage: "Find distributions in a list" },
  wantChecks: {
    id: "permissions.wantChecks",
    defaultMessage: "Have paths checked against the distribution’s settings before they are sent",
  },
  wantCosts: { id: "permissions.wantCosts", defaultMessage: "Count what the account’s invalidations cost this month" },
  wantRotation: { id: "permissions.wantRotation", defaultMessage: "Change my access key for a new one myself" },
  refusedSoFar: { id: "permissions.refusedSoFar", defaultMessage: "What AWS has refused so far:" },
  refusedOn: { id: "permissions.refusedOn", defaultMessage: "{action} on {resource}, {time}" },
  refusedAt: { id: "permissions.refusedAt", defaultMessage: "{action} on {resource}" },
  thePolicy: { id: "permissions.thePolicy", defaultMessage: "The policy, to attach to my user or role:" },
  thePolicySet: {
    id: "permissions.thePolicySet",
    defaultMessage: "The policy, to add to the permission set {role} as an inline policy:",
  },
  accountIdNote: {
    id: "permissions.accountIdNote",
    defaultMessage: "Please put the account’s number where ACCOUNT_ID stands.",
  },
  thanks: { id: "permissions.thanks", defaultMessage: "Thank you!" },
  helpPolicy: {
    id: "permissions.helpPolicy",
    defaultMessage:
      "A policy is a text in which AWS reads what somebody may do: which actions, on which distributions. Whatever no policy allows is refused.",
  },
  helpWhom: {
    id: "permissions.helpWhom",
    defaultMessage:
      "Send the message to whoever manages your AWS account: the person or team that gave you the access key, the role or the sign-in. They attach the policy to your user or role in IAM, or to your permission set in IAM Identity Center.",
  },
  helpKnown: {
    id: "permissions.helpKnown",
    defaultMessage:
      "Known says what AWS answered when this app last tried. Nothing is tried to find out: clearing a page costs money and load.",
  },
  helpPurpose: {
    id: "permissions.helpPurpose",
    defaultMessage:
      "Here you see what a connection has to be allowed in AWS for what you want to do, as a message that you can send to your administrator.",
  },
  helpSteps: {
    id: "permissions.helpSteps",
    defaultMessage: "Choose the distributions and tick what you want to do. Then copy the message that stands below.",
  },
});
