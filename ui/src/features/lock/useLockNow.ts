import { useMutation, useQueryClient } from "@tanstack/react-query";
import { housekeeper } from "../../ipc/client";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";

/** Locks the window now. */
export function useLockNow() {
  const client = useQueryClient();
  const failed = useFailureFlash();
  return useMutation({
    mutationFn: () => housekeeper.lock(),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.locked }),
    onError: (thrown) => failed(thrown),
  });
}
