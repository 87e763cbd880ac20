import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDebounced } from "../../common/useDebounced";
import { housekeeper, type ImportOptions } from "../../ipc/client";

/** How long the options must rest before the file is read with them, in milliseconds. */
const REST = 300;

/** What is in an import, read anew as its options change. */
export function usePreview(id: number, name: string) {
  const [options, setOptions] = useState<ImportOptions>({
    name,
    column: null,
    hasHeader: null,
    prefix: "",
    since: null,
    route: false,
  });
  const settled = useDebounced(options, REST);
  const query = useQuery({
    queryKey: ["import", id, settled],
    queryFn: () => housekeeper.importRead(id, settled),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const busy = options !== settled || query.isFetching;
  return { query, options, settled, busy, change: (part: Partial<ImportOptions>) => setOptions({ ...options, ...part }) };
}
