import { useQuery } from "@tanstack/react-query";
import { keys } from "../../../features/queries/keys";
import { HousekeeperError, housekeeper } from "../../../ipc/client";

/** The portals that connections go through already. */
export function usePortals() {
  return useQuery({ queryKey: keys.portals, queryFn: () => housekeeper.portals() });
}

/** The accounts that a portal lets one into. What an earlier sign-in saw is not kept: another person may sign in. */
export function usePortalAccounts(startUrl: string, region: string) {
  return useQuery({
    queryKey: [...keys.portals, "accounts", startUrl, region],
    queryFn: () => housekeeper.portalAccounts(startUrl, region),
    gcTime: 0,
  });
}

/** The roles that a portal gives one in an account; nothing is asked before one is chosen. */
export function usePortalRoles(startUrl: string, region: string, account: string) {
  return useQuery({
    queryKey: [...keys.portals, "roles", startUrl, region, account],
    queryFn: () => housekeeper.portalRoles(startUrl, region, account),
    enabled: account !== "",
    gcTime: 0,
  });
}

/** Whether a failure is over once one signs in at the portal. */
export function wantsSignIn(error: unknown): boolean {
  const { code } = HousekeeperError.from(error);
  return code === "portalSignInWanted" || code === "portalSignInEnded";
}
