import { useQuery } from "@tanstack/react-query";
import { housekeeper, type NewPortal } from "../../ipc/client";
import { useConnectionOr } from "../connection/context";
import { keys } from "../queries/keys";
import type { Asking } from "./askings";

/**
 * The portal that a connection goes through. The connection names it, and the portals know where its calls go; one that
 * comes from an AWS profile is known by its address alone.
 */
export function usePortalOf({ connection, detail }: Asking) {
  const whom = useConnectionOr(connection);
  const query = useQuery({ queryKey: keys.portals, queryFn: () => housekeeper.portals() });
  const way = whom?.way.kind === "identityCenter" ? whom.way : null;
  const known = query.data?.find(({ startUrl, region }) =>
    way ? startUrl === way.startUrl && region === way.region : startUrl === detail,
  );
  const found = way ?? known;
  const portal: Omit<NewPortal, "method"> | null =
    found && query.data
      ? {
          startUrl: found.startUrl,
          region: found.region,
          customEndpoint: known?.customEndpoint ?? null,
          keep: whom?.inMemory ? "memory" : "keychain",
        }
      : null;
  return { portal, query };
}
