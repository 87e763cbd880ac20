import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { HousekeeperError, housekeeper } from "../../ipc/client";
import { queue as text } from "../../messages/queue";
import { useFlash } from "../flash/Flash";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";

/** Single items of a submission, by their places from 0. */
export type ItemsOf = { submission: number; positions: number[] };

/** Takes single items out of a submission that was not sent. It resolves with the one that stands in for it. */
export function useWithdrawItems() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ submission, positions }: ItemsOf) => housekeeper.withdrawItems(submission, positions),
    onSuccess: (_, { positions }) =>
      flash({ id: "undo", type: "info", content: t(text.itemsTakenOut, { count: positions.length }) }),
    onError: (thrown) => {
      const failure = HousekeeperError.from(thrown);
      if (failure.code !== "invalid") return failed(failure);
      flash({ id: "undo", type: "warning", header: t(text.tooLateTitle), content: t(text.tooLateText) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
}
