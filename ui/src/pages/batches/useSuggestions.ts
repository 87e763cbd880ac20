import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { housekeeper, type Suggestion } from "../../ipc/client";
import { suggestions as text } from "../../messages/suggestions";

const NONE: readonly Suggestion[] = [];

/** What could be saved as a batch. That it could not be found out is not said: nobody asked for it. */
export function useSuggestions(): readonly Suggestion[] {
  const { id } = useConnectionInUse();
  return useQuery({ queryKey: keys.suggestions(id), queryFn: () => housekeeper.suggestions() }).data ?? NONE;
}

/** Has one never suggested again. */
export function useDismissal() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (gone: Suggestion) => housekeeper.dismissSuggestion(gone.connection, gone.target, gone.text),
    onSuccess: () => flash({ type: "success", content: t(text.dismissed) }),
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.batches }),
  });
}
