import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import { common } from "../messages/common";
import { useText } from "./text";

/** The numbers of rows on a page that a table offers. */
export const PAGE_SIZES = [25, 50, 100] as const;
/** One of {@link PAGE_SIZES}. */
export type PageSizeValue = (typeof PAGE_SIZES)[number];

/** Which columns a table can show, and does. */
export type Columns = {
  offered: readonly { id: string; label: string; editable?: boolean }[];
  visible: readonly string[];
  onChange: (visible: readonly string[]) => void;
};

type Props = { value: PageSizeValue; onChange: (value: PageSizeValue) => void; columns?: Columns };

/** The gear of a table, behind which one chooses the rows on a page, and its columns where there is a choice. */
export function PageSize({ value, onChange, columns }: Props) {
  const t = useText();
  return (
    <CollectionPreferences
      title={t(common.preferences)}
      confirmLabel={t(common.confirm)}
      cancelLabel={t(common.cancel)}
      preferences={{ pageSize: value, visibleContent: columns?.visible }}
      pageSizePreference={{
        title: t(common.pageSize),
        options: PAGE_SIZES.map((count) => ({ value: count, label: t(common.rows, { count }) })),
      }}
      visibleContentPreference={
        columns && { title: t(common.columns), options: [{ label: "", options: columns.offered }] }
      }
      onConfirm={({ detail }) => {
        if (detail.visibleContent) columns?.onChange(detail.visibleContent);
        const chosen = PAGE_SIZES.find((size) => size === detail.pageSize);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
