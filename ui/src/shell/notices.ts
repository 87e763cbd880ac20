import type { Text } from "../common/text";
import type { Changed } from "../ipc/client";
import { notices as text } from "../messages/notices";

/** What is told of a run of which nothing is under way any more. */
export type RunEnded = Extract<Changed, { kind: "runEnded" }>;

/** A notice of a run's end. */
export type RunNotice = { type: "success" | "warning"; title: string; body: string };

/** What there is to say of a run that ended; `null` where the person took all of it back themselves. */
export function runNotice(t: Text, ended: RunEnded): RunNotice | null {
  const { submissions: total, items, completed, accepted, refused, withdrawn } = ended;
  const taken = completed + accepted;
  if (taken + refused === 0) return null;
  const target = ended.targetName ?? ended.target.id;
  const run = ended.name || target;
  const whole = completed === total;
  const parts = [
    whole && t(text.completedBody, { items, target }),
    !whole && completed > 0 && t(text.completedPartsBody, { completed, total, target }),
    accepted > 0 && t(text.acceptedBody, { accepted, total, target }),
    withdrawn > 0 && t(text.withdrawnBody, { withdrawn }),
    refused > 0 && t(text.refusedBody, { refused, total }),
  ];
  const title = refused > 0 ? (taken > 0 ? text.partly : text.refused) : completed > 0 ? text.completed : text.accepted;
  return {
    type: refused > 0 ? "warning" : "success",
    title: t(title, { run }),
    body: parts.filter(Boolean).join(" "),
  };
}

/** Whether all of it was refused: whoever looks at it sees that on the page. */
export function onlyRefused({ completed, accepted, refused }: RunEnded): boolean {
  return completed + accepted === 0 && refused > 0;
}
