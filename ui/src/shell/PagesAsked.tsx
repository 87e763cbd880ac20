import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { matchRoutes, type RouteObject } from "react-router";
import { keys } from "../features/queries/keys";
import { housekeeper, onPageAsked } from "../ipc/client";

/** What of the window's router is needed here. */
type Router = { routes: RouteObject[]; navigate: (to: string) => Promise<void> };

/** Opens the page that a click outside of the window asks for: at once, or when the window is unlocked. */
export function PagesAsked({ router }: { router: Router }) {
  const { data: locked = true } = useQuery({ queryKey: keys.locked, queryFn: () => housekeeper.locked() });
  const latest = useRef(locked);
  latest.current = locked;
  const later = useRef<string | null>(null);

  useEffect(
    () =>
      onPageAsked(({ address }) => {
        if (!isPage(router.routes, address)) return;
        if (latest.current) later.current = address;
        else void router.navigate(address);
      }),
    [router],
  );
  useEffect(() => {
    if (locked || later.current === null) return;
    const address = later.current;
    later.current = null;
    void router.navigate(address);
  }, [locked, router]);
  return null;
}

/** Whether an address is that of a page of this window, and of nothing else. */
export function isPage(routes: RouteObject[], address: string): boolean {
  // Two slashes, or one of the other kind, would begin the name of a host.
  if (!/^\/[^/\\]/.test(address)) return false;
  const found = matchRoutes(routes, address)?.at(-1)?.route;
  return found !== undefined && found.path !== undefined && found.path !== "*";
}
