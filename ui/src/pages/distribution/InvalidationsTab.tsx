import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { DraftAlert } from "../../features/drafts/DraftAlert";
import { createDraftKey } from "../../features/drafts/keys";
import { useDrafts } from "../../features/drafts/useDrafts";
import { InvalidationsTable } from "../../features/invalidations/InvalidationsTable";
import { keys } from "../../features/queries/keys";
import { createPath } from "../../features/targets/paths";
import { housekeeper, type Target } from "../../ipc/client";
import { drafts as text } from "../../messages/drafts";
import { WaitsHere } from "./WaitsHere";

/** A target's invalidations, and atop them what waits to become one. */
export function InvalidationsTab({ connection, target }: { connection: string; target: Target }) {
  // Without an answer nothing is said: the table below does not depend on it.
  const waiting = useQuery({
    queryKey: keys.targetQueue(connection, target),
    queryFn: () => housekeeper.targetQueue(connection, target),
  });
  const draftAt = useDrafts().get(createDraftKey(connection, target));
  return (
    <SpaceBetween size="m">
      {waiting.data && waiting.data.length > 0 && <WaitsHere runs={waiting.data} />}
      {draftAt && (
        <DraftAlert
          message={target.kind === "tenant" ? text.hereTenant : text.here}
          at={draftAt}
          to={createPath(target)}
        />
      )}
      <InvalidationsTable connection={connection} target={target} />
    </SpaceBetween>
  );
}
