import { defineMessages } from "react-intl";

/** The help of the pages that add a connection: what it is, where its values are found, and whom to ask. */
export const addingHelp = defineMessages({
  keyWhat: {
    id: "addinghelp.keyWhat",
    defaultMessage:
      "An access key is a name and a password for programs: an access key ID, and a secret access key that is shown only once, when the key is made. A temporary one has a session token too, and ends after some hours.",
  },
  keyWhere: {
    id: "addinghelp.keyWhere",
    defaultMessage:
      "In the AWS console a key is made under IAM, Users, Security credentials, and can be downloaded as a .csv file. An AWS access portal shows temporary ones under Access keys. Copy what you have as it is and put it into Paste the key.",
  },
  keyWhom: {
    id: "addinghelp.keyWhom",
    defaultMessage:
      "If you have none, ask whoever manages your AWS account for an access key that may create and read CloudFront invalidations. Nobody should send you the secret by e-mail; never pass it on.",
  },
  profileWhat: {
    id: "addinghelp.profileWhat",
    defaultMessage:
      "An AWS profile is a way into AWS that is already set up on this computer, for the AWS command line. This app refers to it by its name and copies nothing.",
  },
  profileWhere: {
    id: "addinghelp.profileWhere",
    defaultMessage:
      "The names come from the files config and credentials in the folder .aws of your home folder; the field offers those that are found. Some profiles run a program to get credentials: you are shown it, and asked, before it runs.",
  },
  profileWhom: {
    id: "addinghelp.profileWhom",
    defaultMessage: "If none is offered, ask whoever set up this computer, or choose another way to add a connection.",
  },
  portalWhat: {
    id: "addinghelp.portalWhat",
    defaultMessage:
      "With IAM Identity Center you sign in on your company’s AWS access portal in the browser, as you do for other services. This app never sees your password, and there is no key to look after.",
  },
  portalWhere: {
    id: "addinghelp.portalWhere",
    defaultMessage:
      "The start URL is the address of that portal. The portal shows it, with the region, under Access keys as SSO start URL and SSO region. Choose Use a code instead where the browser cannot come back to this app, or is on another device.",
  },
  portalWhom: {
    id: "addinghelp.portalWhom",
    defaultMessage:
      "Ask your IT department for the address of the AWS access portal and its region, and to be assigned an account with a role that may create invalidations.",
  },
  roleWhat: {
    id: "addinghelp.roleWhat",
    defaultMessage:
      "A role is a set of rights in an AWS account, which one takes on for a while: often that of another company or team, whose site you look after. Another connection, the base, is what takes it on.",
  },
  roleWhere: {
    id: "addinghelp.roleWhere",
    defaultMessage:
      "The role ARN stands in the AWS console under IAM, Roles, and so does an external ID, in the role’s trust policy. Your MFA device’s ARN stands under IAM, Users, Security credentials.",
  },
  roleWhom: {
    id: "addinghelp.roleWhom",
    defaultMessage:
      "Ask whoever owns the account for the role ARN, for the external ID if there is one, and whether the role asks for an MFA code; and have your base connection allowed to assume it.",
  },
  save: {
    id: "addinghelp.save",
    defaultMessage:
      "Fill in the fields, and choose Save connection. Nothing is cleared by that, and a connection can be removed at any time.",
  },
  profileCare: {
    id: "addinghelp.profileCare",
    defaultMessage:
      "What a profile may do was decided by whoever set it up. If it is an administrator’s, ask for one of your own that may do less.",
  },
  portalCare: {
    id: "addinghelp.portalCare",
    defaultMessage:
      "Before you sign in, look at the address in the browser: it has to be your company’s portal. If it shows a code, that has to be the same as here.",
  },
  roleCare: {
    id: "addinghelp.roleCare",
    defaultMessage:
      "The base connection is needed each time. If it is removed, or its key is changed elsewhere, this connection stops working too.",
  },
});
