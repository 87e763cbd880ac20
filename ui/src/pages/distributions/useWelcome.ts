import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { useStored } from "../../common/useStored";
import { keys } from "../../features/queries/keys";
import { WELCOME_ASKED } from "../../features/welcome/paths";
import { housekeeper } from "../../ipc/client";

const STATES = ["new", "dismissed"] as const;

/** Whether the welcome is shown: at the first start until it is dismissed, and whenever it is asked for. */
export function useWelcome() {
  const [state, setState] = useStored<(typeof STATES)[number]>("welcome", "new", STATES);
  const [query, setQuery] = useSearchParams();
  // Known already: it was asked before any page was shown. It stays the same as long as the app runs.
  const about = useQuery({
    queryKey: keys.about,
    queryFn: () => housekeeper.about(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isAsked = query.has(WELCOME_ASKED);
  function dismiss() {
    setState("dismissed");
    // What had the keyboard is gone with it.
    const heading = document.querySelector<HTMLElement>("main h1");
    if (heading) heading.tabIndex = -1;
    heading?.focus();
    if (!isAsked) return;
    const next = new URLSearchParams(query);
    next.delete(WELCOME_ASKED);
    setQuery(next, { replace: true });
  }
  return { isAsked, isShown: isAsked || (state === "new" && about.data?.firstStart === true), dismiss };
}
