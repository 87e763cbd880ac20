import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import { common } from "../messages/common";
import { useText } from "./text";

/** The numbers of rows on a page that a table offers. */
export const PAGE_SIZES = [25, 50, 100] as const;
/** One of {@link PAGE_SIZES}. */
export type PageSizeValue = (typeof PAGE_SIZES)[number];

/** The gear of a table, behind which one chooses the rows on a page. */
export function PageSize({ value, onChange }: { value: PageSizeValue; onChange: (value: PageSizeValue) => void }) {
  const t = useText();
  return (
    <CollectionPreferences
      title={t(common.preferences)}
      confirmLabel={t(common.confirm)}
      cancelLabel={t(common.cancel)}
      preferences={{ pageSize: value }}
      pageSizePreference={{
        title: t(common.pageSize),
        options: PAGE_SIZES.map((count) => ({ value: count, label: t(common.rows, { count }) })),
      }}
      onConfirm={({ detail }) => {
        const chosen = PAGE_SIZES.find((size) => size === detail.pageSize);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
