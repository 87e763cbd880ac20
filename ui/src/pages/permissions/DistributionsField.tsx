import FormField from "@cloudscape-design/components/form-field";
import Multiselect, { type MultiselectProps } from "@cloudscape-design/components/multiselect";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { useDebounced } from "../../common/useDebounced";
import { keys } from "../../features/queries/keys";
import { distributionName } from "../../features/targets/useTargetNames";
import { HousekeeperError, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { errors } from "../../messages/errors";
import { permissions as text } from "../../messages/permissions";

/** How many distributions are offered at once; the others are found by typing. */
const OFFERED = 50;
/** How long the keys must rest before a filter is applied, in milliseconds. */
const REST = 150;

type Props = {
  connection: string;
  chosen: readonly string[];
  /** What people call those that were chosen from the list, by id. */
  names: ReadonlyMap<string, string>;
  onChange: (chosen: string[], names: ReadonlyMap<string, string>) => void;
};

/** The distributions that are wished for, of those that the connection lists. */
export function DistributionsField({ connection, chosen, names, onChange }: Props) {
  const t = useText();
  const [filter, setFilter] = useState("");
  const ask = { filter: useDebounced(filter, REST), sort: null, offset: 0, limit: OFFERED };
  const list = useQuery({
    queryKey: [...keys.distributions(connection), ask],
    queryFn: () => housekeeper.distributions(connection, { ...ask, refresh: false }),
  });
  const offered = new Map((list.data?.rows ?? []).map((row) => [row.id, distributionName(row)]));
  const known = new Map([...names, ...offered]);
  const option = (id: string): MultiselectProps.Option => {
    const name = known.get(id) ?? id;
    return name === id ? { value: id, label: id } : { value: id, label: name, description: id };
  };
  // What was added by hand is offered too, so that it can be taken out here.
  const added = ask.filter === "" ? chosen.filter((id) => !offered.has(id)) : [];
  const failure = list.error ?? list.data?.listingError;
  const code = failure && HousekeeperError.from(failure).code;

  return (
    <FormField
      label={t(text.distributions)}
      description={code && t(text.notListed, { reason: t((errors[code] ?? errors.unexpected).happened) })}
      stretch={true}
    >
      <Multiselect
        options={[...added, ...offered.keys()].map(option)}
        selectedOptions={chosen.map(option)}
        placeholder={t(text.chooseDistributions)}
        filteringType="manual"
        filteringAriaLabel={t(text.findDistributions)}
        filteringPlaceholder={t(text.findDistributions)}
        onLoadItems={({ detail }) => {
          setFilter(detail.filteringText);
          // A failed list is asked for again by the button for it, which changes no filter.
          if (list.error) void list.refetch();
        }}
        statusType={list.isLoading ? "loading" : list.error ? "error" : "finished"}
        loadingText={t(text.loadingDistributions)}
        errorText={t(text.distributionsNotRead)}
        recoveryText={t(common.tryAgain)}
        empty={t(text.noDistribution)}
        deselectAriaLabel={({ label }) => t(text.takeOut, { what: label })}
        onChange={({ detail }) => {
          const ids = detail.selectedOptions.flatMap(({ value }) => value ?? []);
          onChange(ids, new Map([...known].filter(([id]) => ids.includes(id))));
        }}
      />
    </FormField>
  );
}
