import type { MessageDescriptor } from "react-intl";
import type { ConnectionRow, WayRow } from "../../ipc/client";
import { connections } from "../../messages/connections";
import { manage as text } from "../../messages/manage";

/** What can be done with a saved connection beside checking, using and removing it. */
export type Action = "edit" | "enterKey" | "rotate" | "signOut" | "permissions";

/** All of them, in the order in which they are offered. */
export const ACTIONS = ["edit", "enterKey", "rotate", "signOut", "permissions"] as const satisfies readonly Action[];

/** Keys of this beginning are temporary: IAM gave them out with an end, and makes no other in their place. */
const TEMPORARY = "ASIA";

/** Whether IAM can give another key in the place of this connection's. */
export function canRotate(way: WayRow): boolean {
  return way.kind === "accessKey" && !way.accessKeyId.startsWith(TEMPORARY);
}

/** Why a connection cannot be removed; `null` where it can. */
export function whyStays({ way, fixedBy }: Pick<ConnectionRow, "way" | "fixedBy">): MessageDescriptor | null {
  if (way.kind === "practice") return connections.practiceStays;
  return fixedBy === null ? null : text.fixed;
}

/** Why something cannot be done with a connection; `null` where it can. */
export function whyNot(
  action: Action,
  { way, fixedBy }: Pick<ConnectionRow, "way" | "fixedBy">,
): MessageDescriptor | null {
  if (action === "permissions") return null;
  if (way.kind === "practice") return text.notPractice;
  if (action === "edit" && fixedBy !== null) return text.fixed;
  switch (action) {
    case "edit":
      return null;
    case "enterKey":
      return way.kind === "accessKey" ? null : text.onlyKey;
    case "rotate":
      if (way.kind !== "accessKey") return text.onlyKey;
      return canRotate(way) ? null : text.notTemporary;
    case "signOut":
      return way.kind === "accessKey" ? text.noSession : null;
  }
}
