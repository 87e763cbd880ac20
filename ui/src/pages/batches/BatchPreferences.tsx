import { PageSize } from "../../common/PageSize";
import type { batchColumns } from "./columns";
import type { useBatches } from "./useBatches";
import { ALWAYS } from "./useColumns";

type Props = {
  list: ReturnType<typeof useBatches>;
  columns: ReturnType<typeof batchColumns>;
  visible: readonly string[];
  onColumns: (visible: readonly string[]) => void;
};

/** The gear of the list of batches: its rows on a page, and its columns. */
export function BatchPreferences({ list, columns, visible, onColumns }: Props) {
  const offered = columns.map(({ id, header }) => ({ id, label: String(header), editable: !ALWAYS.includes(id) }));
  return (
    <PageSize value={list.pageSize} onChange={list.setPageSize} columns={{ offered, visible, onChange: onColumns }} />
  );
}
