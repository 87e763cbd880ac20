import Select from "@cloudscape-design/components/select";
import TextFilter from "@cloudscape-design/components/text-filter";
import Toggle from "@cloudscape-design/components/toggle";
import { useText } from "../../common/text";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { labels } from "../../messages/labels";
import type { useBatches } from "./useBatches";
import { useLabels } from "./useLabels";
import "./batches.css";

/** By what the list of batches is narrowed: words, a label, and whether they are favourites. */
export function BatchFilters({ list }: { list: ReturnType<typeof useBatches> }) {
  const t = useText();
  const known = useLabels();
  const { query, filter, only } = list;
  const any = { value: "", label: t(labels.anyLabel) };
  // One that the last of its batches has lost meanwhile is still what is asked for.
  const names = only.label === null || known.includes(only.label) ? known : [only.label, ...known];
  return (
    <div className="batch-filters">
      <TextFilter
        filteringText={filter}
        filteringAriaLabel={t(text.filter)}
        filteringPlaceholder={t(text.filter)}
        countText={query.data && list.isNarrowed ? t(common.matches, { count: query.data.matching }) : ""}
        onChange={({ detail }) => list.setFilter(detail.filteringText)}
      />
      <Select
        className="batch-filter-label"
        ariaLabel={t(labels.filterByLabel)}
        options={[any, ...names.map((label) => ({ value: label, label }))]}
        selectedOption={only.label === null ? any : { value: only.label, label: only.label }}
        filteringType={names.length > 10 ? "auto" : "none"}
        filteringAriaLabel={t(labels.filterByLabel)}
        expandToViewport={true}
        onChange={({ detail }) => list.setOnly({ ...only, label: detail.selectedOption.value || null })}
      />
      <Toggle
        checked={only.favourites}
        onChange={({ detail }) => list.setOnly({ ...only, favourites: detail.checked })}
      >
        {t(labels.favouritesOnly)}
      </Toggle>
    </div>
  );
}
