import { useText } from "../../common/text";
import type { Target } from "../../ipc/client";
import { alternatives as text } from "../../messages/alternatives";
import { RouteLink } from "../frame/RouteLink";
import { alternativesPath } from "./paths";

/** The way from a target to what could stand in place of invalidating its paths. */
export function AlternativesLink({ target }: { target: Target }) {
  const t = useText();
  return <RouteLink to={alternativesPath(target)}>{t(text.title)}</RouteLink>;
}
