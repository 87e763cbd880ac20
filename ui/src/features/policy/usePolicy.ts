import { useQuery } from "@tanstack/react-query";
import { housekeeper } from "../../ipc/client";
import { keys } from "../queries/keys";

/** How often it is asked whether a broken file was mended, in milliseconds: nothing can be sent until then. */
const MENDED_SOON = 10_000;

/** What the administrator of this computer has fixed. */
export function usePolicy() {
  return useQuery({
    queryKey: keys.policy,
    queryFn: () => housekeeper.policy(),
    refetchInterval: ({ state }) => (state.data?.state.kind === "broken" ? MENDED_SOON : false),
  });
}
