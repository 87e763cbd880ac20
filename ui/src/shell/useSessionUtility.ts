import type { TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useNavigate } from "react-router";
import { useText } from "../common/text";
import { useNow } from "../common/useNow";
import { useConnectionInUse } from "../features/connection/ConnectionInUse";
import { connectionPath } from "../features/connection/paths";
import { useAsking, useSignIn } from "../features/sign-in/SignIn";
import { WORDING } from "../features/sign-in/wording";
import { sessions as text } from "../messages/sessions";

/** How often the time that is left is looked at, in milliseconds. */
const TICK = 30_000;

const MINUTE = 60_000;

/** A session is spoken of from this many minutes before its end. */
const SOON = 60;

/** What the top bar says of the session in use: that it asks for something, or ends before long. */
export function useSessionUtility(): TopNavigationProps.ButtonUtility | null {
  const t = useText();
  const navigate = useNavigate();
  const now = useNow(TICK);
  const signIn = useSignIn();
  const asking = useAsking(undefined);
  const { id, name, session } = useConnectionInUse();
  const always = { type: "button", disableTextCollapse: true, disableUtilityCollapse: true } as const;
  if (asking) {
    const title = t(WORDING[asking.what].title, { names: name, count: 1 });
    // The visible words are part of the spoken name, so that voice control finds them.
    const ariaLabel = `${t(text.signIn)}: ${title}`;
    return {
      ...always,
      iconName: "status-warning",
      text: t(text.signIn),
      title,
      ariaLabel,
      onClick: () => signIn?.begin(asking),
    };
  }
  if (session.kind !== "until" || session.renews) return null;
  const left = (Date.parse(session.expiresAt) - now) / MINUTE;
  if (!(left < SOON)) return null;
  const minutes = Math.ceil(left);
  return {
    ...always,
    iconName: "status-pending",
    text: minutes > 0 ? t(text.left, { minutes }) : t(text.over),
    title: t(text.leftHint),
    onClick: () => void navigate(connectionPath(id)),
  };
}
