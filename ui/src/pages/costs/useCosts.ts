import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useText } from "../../common/text";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { housekeeper } from "../../ipc/client";
import { counting as text } from "../../messages/counting";

/** What is stored of a month of the account; the month that it is where none is named. It follows the count. */
export function useCosts(connection: string, month: string | null) {
  return useQuery({
    queryKey: keys.costsOf(connection, month),
    queryFn: () => housekeeper.costs(connection, month),
    // While another month is read, the one on screen stays.
    placeholderData: keepPreviousData,
  });
}

/** Counting the month: asked for once as the page opens, then at the person's word. */
export function useCount(connection: string, isCounting: boolean) {
  const t = useText();
  const client = useQueryClient();
  const failed = useFailureFlash();
  const follow = () => client.invalidateQueries({ queryKey: keys.costs });
  const count = useMutation({
    mutationFn: (anew: boolean) => housekeeper.countMonth(connection, anew),
    onSuccess: follow,
  });
  const stop = useMutation({
    mutationFn: () => housekeeper.stopCounting(connection),
    onSuccess: follow,
    onError: (thrown) => failed(thrown, t(text.notStopped)),
  });

  const isAsked = useRef(false);
  const { mutate } = count;
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    mutate(false);
  }, [mutate]);

  // What the count has read may hold more of what is cleared again and again.
  const wasCounting = useRef(isCounting);
  useEffect(() => {
    if (wasCounting.current && !isCounting) void client.invalidateQueries({ queryKey: keys.weeklyRepeats(connection) });
    wasCounting.current = isCounting;
  }, [client, connection, isCounting]);

  return { count, stop };
}
