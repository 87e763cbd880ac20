import { queryOptions, useQuery } from "@tanstack/react-query";
import { housekeeper } from "../../ipc/client";
import { keys } from "../queries/keys";

/** How the settings are asked for; they stay as they are until a change is told. */
export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  queryFn: () => housekeeper.settings(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The person's settings. */
export function useSettings() {
  return useQuery(settingsQuery);
}
