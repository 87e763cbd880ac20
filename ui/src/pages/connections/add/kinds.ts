import type { MessageDescriptor } from "react-intl";
import type { Text } from "../../../common/text";
import type { HelpWords } from "../../../features/frame/PageHelp";
import { adding } from "../../../messages/adding";
import { addingHelp as help } from "../../../messages/addingHelp";
import { connections as text } from "../../../messages/connections";

/** The kinds of connection one can add, as they stand in the address. */
export type Kind = "access-key" | "profile" | "identity-center" | "role";

/** What is said of a kind: its name, its page's title, and the help of its page. */
type About = { name: MessageDescriptor; title: MessageDescriptor; help: HelpWords };

/** What is said of each kind, in the order in which they are offered. */
export const KINDS: Record<Kind, About> = {
  "access-key": {
    name: text.accessKey,
    title: text.addAccessKey,
    help: { purpose: [help.keyWhat], steps: [help.keyWhere, help.keyWhom, help.save], care: [text.helpSafe] },
  },
  profile: {
    name: text.profile,
    title: text.addProfile,
    help: {
      purpose: [help.profileWhat],
      steps: [help.profileWhere, help.profileWhom, help.save],
      care: [help.profileCare],
    },
  },
  "identity-center": {
    name: adding.identityCenter,
    title: adding.addIdentityCenter,
    help: {
      purpose: [help.portalWhat],
      steps: [help.portalWhere, help.portalWhom, help.save],
      care: [help.portalCare],
    },
  },
  role: {
    name: adding.role,
    title: adding.addRole,
    help: { purpose: [help.roleWhat], steps: [help.roleWhere, help.roleWhom, help.save], care: [help.roleCare] },
  },
};

/** The kind that an address names; an access key where it names none. */
export function kindOf(named: string | undefined): Kind {
  return named !== undefined && named in KINDS ? (named as Kind) : "access-key";
}

/** The items of the menu Add connection; an item's id is the last part of the page's address. */
export function addMenu(t: Text): { id: Kind; text: string }[] {
  return (Object.keys(KINDS) as Kind[]).map((id) => ({ id, text: t(KINDS[id].name) }));
}
