import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { housekeeper } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { useAskBeforeProduction } from "../care/Production";
import { useFlash } from "../flash/Flash";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";
import { countsDown, type OnHold, sendingOf } from "./onHold";

/**
 * Ends a run's time to be undone, or answers the question about it: it goes into the queue. What still counts down was
 * agreed to as it was asked for; what waited for a decision is asked about once more where it goes to production.
 */
export function useSendNow() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const ask = useAskBeforeProduction();
  const mutation = useMutation({
    mutationFn: (run: number) => housekeeper.sendNow(run),
    onSuccess: () => flash({ id: "sendNow", type: "success", content: t(text.released) }),
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
  return {
    isPending: mutation.isPending,
    send: (run: OnHold) => {
      const go = () => mutation.mutate(run.run);
      if (countsDown(run)) go();
      else ask([sendingOf(run)], go);
    },
  };
}
