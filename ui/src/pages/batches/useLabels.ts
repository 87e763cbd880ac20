import { useQuery } from "@tanstack/react-query";
import { keys } from "../../features/queries/keys";
import { housekeeper } from "../../ipc/client";

const NONE: readonly string[] = [];

/** The labels that batches have. Without them one can still type: that they could not be read is not said. */
export function useLabels(): readonly string[] {
  return useQuery({ queryKey: keys.batchLabels, queryFn: () => housekeeper.batchLabels() }).data ?? NONE;
}
