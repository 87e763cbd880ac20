import { useQuery } from "@tanstack/react-query";
import { type DraftMark, housekeeper } from "../../ipc/client";
import { keys } from "../queries/keys";

/** When each draft was kept, by its key. Without an answer there is none: no page depends on it. */
export function useDrafts(): ReadonlyMap<string, string> {
  const { data } = useQuery({ queryKey: keys.drafts, queryFn: () => housekeeper.drafts(), select: byKey });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();

function byKey(marks: DraftMark[]): ReadonlyMap<string, string> {
  return new Map(marks.map(({ key, at }) => [key, at]));
}
