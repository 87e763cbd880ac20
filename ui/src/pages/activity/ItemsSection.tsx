import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useNavigate } from "react-router";
import { CopyButton } from "../../common/CopyText";
import { useText } from "../../common/text";
import { ItemList } from "../../features/invalidations/ItemList";
import { dropSent } from "../../features/path-editor/drafts";
import { useWithdrawItems } from "../../features/submissions/useWithdrawItems";
import { submissionPath } from "../../features/targets/paths";
import type { SubmissionDetails } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { invalidation } from "../../messages/invalidation";
import { TakeOut } from "./TakeOut";

/** All items of a submission in their order; single ones can be taken out while it was not sent. */
export function ItemsSection({ details }: { details: SubmissionDetails }) {
  const t = useText();
  const navigate = useNavigate();
  const withdraw = useWithdrawItems();
  const [choosing, setChoosing] = useState(false);
  const { row, items } = details;

  function takeOut(positions: number[]) {
    withdraw.mutate(
      { submission: row.id, positions },
      {
        onSuccess: (standIn) => {
          // What was typed has those items, too.
          dropSent(row.run);
          setChoosing(false);
          if (standIn.id !== row.id) void navigate(submissionPath(standIn.id), { replace: true });
        },
      },
    );
  }

  if (choosing && row.canUndo) {
    const { isPending } = withdraw;
    return <TakeOut items={items} takingOut={isPending} onTakeOut={takeOut} onCancel={() => setChoosing(false)} />;
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(row.canUndo ? text.itemsToSend : invalidation.pathCount, { count: items.length })}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {row.canUndo && <Button onClick={() => setChoosing(true)}>{t(text.takeOut)}</Button>}
              <CopyButton text={items.join("\n")} label={t(invalidation.copyPaths)} />
            </SpaceBetween>
          }
        >
          {t(invalidation.objectPaths)}
        </Header>
      }
    >
      <ItemList items={items} label={t(invalidation.objectPaths)} />
    </Container>
  );
}
