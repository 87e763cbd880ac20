import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { housekeeper } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { useFlash } from "../flash/Flash";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";

/** Ends a run's time to be undone, or answers the question about it: it goes into the queue. */
export function useSendNow() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: number) => housekeeper.sendNow(run),
    onSuccess: () => flash({ id: "sendNow", type: "success", content: t(text.released) }),
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
}
