import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../queries/keys";
import { readDraft } from "./records";

/** What the records have under a key when its editor is opened, read anew at each visit. */
export function useDraftAtFirst(key: string, enabled = true) {
  // What an earlier visit began with is no answer to this one.
  const [visit] = useState(() => crypto.randomUUID());
  return useQuery({
    queryKey: keys.draft(key, visit),
    queryFn: () => readDraft(key),
    enabled,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
