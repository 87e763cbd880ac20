import { targetKey } from "../../features/targets/paths";
import type { TargetCost } from "../../ipc/client";

/** How many targets have a bar of their own. */
const TOP = 10;

/** What all the others are called among the keys; no target has it, for a target's key has a slash. */
export const OTHERS = "others";

/** The targets with the most items, most first, and all the others as one. */
export function topTargets(targets: readonly TargetCost[]): { bars: { x: string; y: number }[]; others: number } {
  const inOrder = [...targets].sort((one, other) => other.items - one.items);
  const rest = inOrder.slice(TOP);
  const bars = inOrder.slice(0, TOP).map(({ target, items }) => ({ x: targetKey(target), y: items }));
  if (rest.length > 0) bars.push({ x: OTHERS, y: rest.reduce((sum, { items }) => sum + items, 0) });
  return { bars, others: rest.length };
}
