import type { MessageDescriptor } from "react-intl";
import type { Text } from "../../../common/text";
import { adding } from "../../../messages/adding";
import { addingHelp as help } from "../../../messages/addingHelp";
import { connections as text } from "../../../messages/connections";

/** The kinds of connection one can add, as they stand in the address. */
export type Kind = "access-key" | "profile" | "identity-center" | "role";

/** What is said of a kind: its name, its page's title, and what it is, where its values are found and whom to ask. */
type About = { name: MessageDescriptor; title: MessageDescriptor; help: readonly MessageDescriptor[] };

/** What is said of each kind, in the order in which they are offered. */
export const KINDS: Record<Kind, About> = {
  "access-key": {
    name: text.accessKey,
    title: text.addAccessKey,
    help: [help.keyWhat, help.keyWhere, help.keyWhom, text.helpSafe],
  },
  profile: {
    name: text.profile,
    title: text.addProfile,
    help: [help.profileWhat, help.profileWhere, help.profileWhom],
  },
  "identity-center": {
    name: adding.identityCenter,
    title: adding.addIdentityCenter,
    help: [help.portalWhat, help.portalWhere, help.portalWhom],
  },
  role: { name: adding.role, title: adding.addRole, help: [help.roleWhat, help.roleWhere, help.roleWhom] },
};

/** The kind that an address names; an access key where it names none. */
export function kindOf(named: string | undefined): Kind {
  return named !== undefined && named in KINDS ? (named as Kind) : "access-key";
}

/** The items of the menu Add connection; an item's id is the last part of the page's address. */
export function addMenu(t: Text): { id: Kind; text: string }[] {
  return (Object.keys(KINDS) as Kind[]).map((id) => ({ id, text: t(KINDS[id].name) }));
}
