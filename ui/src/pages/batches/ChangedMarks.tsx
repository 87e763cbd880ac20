import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import type { ReactNode } from "react";
import { useText } from "../../common/text";
import { COLOUR_NAMES } from "../../features/colours/colours";
import type { BatchRow, BatchVersion } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { labels } from "../../messages/labels";
import { compareLines } from "./compare";
import { Swatch } from "./Swatch";

/** What of a batch can differ between its versions beside the lines. */
export type Marks = Pick<BatchRow, "description" | "labels" | "colour">;

/** Which of its marks a version has not in common with the batch. */
export function changedMarks(then: BatchVersion, now: Marks): (keyof Marks)[] {
  const changed: (keyof Marks)[] = [];
  if (then.description !== now.description) changed.push("description");
  // In which order they were given makes no difference.
  const { onlyThen, onlyNow } = compareLines(then.labels.join("\n"), now.labels.join("\n"));
  if (onlyThen.length + onlyNow.length > 0) changed.push("labels");
  if (then.colour !== now.colour) changed.push("colour");
  return changed;
}

/** Each of the marks that differ, as it was and as it is. */
export function ChangedMarks({ changed, then, now }: { changed: (keyof Marks)[]; then: Marks; now: Marks }) {
  const t = useText();
  const names = { description: text.descriptionField, labels: labels.labels, colour: labels.colour };
  const items = changed.flatMap((mark) => {
    const what = t(names[mark]);
    return [
      { label: t(text.markThen, { what }), value: shown(mark, then) },
      { label: t(text.markNow, { what }), value: shown(mark, now) },
    ];
  });
  return <KeyValuePairs columns={2} items={items} />;

  function shown(mark: keyof Marks, of: Marks): ReactNode {
    switch (mark) {
      case "description":
        return of.description || t(common.none);
      case "labels":
        return of.labels.join(", ") || t(common.none);
      case "colour":
        return (
          <>
            <Swatch colour={of.colour} />
            {t(COLOUR_NAMES[of.colour])}
          </>
        );
    }
  }
}
