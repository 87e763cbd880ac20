import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import List from "@cloudscape-design/components/list";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Time } from "../common/Time";
import { useText } from "../common/text";
import { PathList } from "../features/invalidations/PathsCell";
import { keys } from "../features/queries/keys";
import { RunActions } from "../features/submissions/RunActions";
import { housekeeper, type QueuedRun } from "../ipc/client";
import { activity } from "../messages/activity";
import { asking as text } from "../messages/asking";

/** Asks about the runs that could still be undone when the app ended or the computer slept: none of them was sent. */
export function AskModal() {
  const t = useText();
  const { data: asks = [] } = useQuery({ queryKey: keys.asks, queryFn: () => housekeeper.asks() });
  // Put off until the next start; they stand in Activity meanwhile. Others may still be asked about.
  const [later, setLater] = useState<ReadonlySet<number>>(new Set());
  const runs = asks.filter(({ run }) => !later.has(run));
  if (runs.length === 0) return null;
  const putOff = () => setLater(new Set([...later, ...runs.map(({ run }) => run)]));
  return (
    <Modal
      visible={true}
      size="large"
      onDismiss={putOff}
      closeAriaLabel={t(text.later)}
      header={t(text.askTitle)}
      footer={
        <Box float="right">
          <Button variant="link" onClick={putOff}>
            {t(text.later)}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{t(text.askText, { runs: runs.length })}</div>
        <List<QueuedRun>
          ariaLabel={t(text.askTitle)}
          items={runs}
          renderItem={(run) => ({
            id: String(run.run),
            content: <b>{run.name || t(activity.unnamed)}</b>,
            secondaryContent: <Facts run={run} />,
            actions: <RunActions run={run} canUndo={true} canSendNow={true} />,
          })}
        />
      </SpaceBetween>
    </Modal>
  );
}

function Facts({ run: { target, targetName, items, first, asked } }: { run: QueuedRun }) {
  return (
    <Box color="text-body-secondary">
      <div>
        {targetName ?? target.id}
        {" · "}
        <Time at={asked} />
      </div>
      <PathList first={first} count={items} />
    </Box>
  );
}
