import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDebounced } from "../../common/useDebounced";
import { housekeeper, type ImportOptions } from "../../ipc/client";
import { useConnectionInUse } from "../connection/ConnectionInUse";

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
  // URLs are sorted to the distributions of the connection in use: with another one in use the answer is another.
  const connection = useConnectionInUse().id;
  const query = useQuery({
    queryKey: ["import", id, connection, settled],
    queryFn: () => housekeeper.importRead(id, settled),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  /** Whether an answer to the newest options is still to come. */
  const busy = options !== settled || query.isFetching;
  const change = (part: Partial<ImportOptions>) => setOptions((before) => ({ ...before, ...part }));
  return { query, options, settled, busy, change };
}

export type Preview = ReturnType<typeof usePreview>;
