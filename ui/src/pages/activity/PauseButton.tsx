import Button from "@cloudscape-design/components/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { keys } from "../../features/queries/keys";
import { housekeeper } from "../../ipc/client";
import { queue as text } from "../../messages/queue";

/** Pause queue, or Resume queue where it is paused. */
export function PauseButton({ paused }: { paused: boolean }) {
  const t = useText();
  const failed = useFailureFlash();
  const client = useQueryClient();
  const toggle = useMutation({
    mutationFn: () => (paused ? housekeeper.resumeQueue() : housekeeper.pauseQueue()),
    onError: (thrown) => failed(thrown),
    onSettled: () => client.invalidateQueries({ queryKey: keys.activity }),
  });
  return (
    <Button
      variant={paused ? "primary" : "normal"}
      iconName={paused ? "play" : "pause"}
      loading={toggle.isPending}
      onClick={() => toggle.mutate()}
    >
      {t(paused ? text.resume : text.pause)}
    </Button>
  );
}
