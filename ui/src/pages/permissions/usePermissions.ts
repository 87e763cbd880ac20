import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebounced } from "../../common/useDebounced";
import { keys } from "../../features/queries/keys";
import { housekeeper, type PermissionWish } from "../../ipc/client";
import { isNothing } from "./wish";

/** How long the wish must rest before it is asked for, in milliseconds. */
const REST = 300;

/** The least policy for a wish, with the wish it is for; what stands there stays until the next one has come. */
export function usePermissions(connection: string, wish: PermissionWish) {
  const settled = useDebounced(wish, REST);
  const isSettledOnNothing = isNothing(settled);
  const query = useQuery({
    queryKey: keys.permissions(connection, settled),
    queryFn: async () => ({ wish: settled, page: await housekeeper.permissions(connection, settled) }),
    enabled: !isSettledOnNothing,
    placeholderData: keepPreviousData,
  });
  return { query, settled, found: isSettledOnNothing ? undefined : query.data };
}
