import { Keys } from "../../features/shortcuts/WithKeys";
import type { Entry, Group } from "./entry";

/** The id of an entry's element, by which the field says which one is meant. */
export function optionId(list: string, { id }: Entry): string {
  return `${list}-${id}`;
}

type Props = {
  id: string;
  label: string;
  groups: readonly Group[];
  active: Entry | undefined;
  onActive: (entry: Entry) => void;
  onChoose: (entry: Entry) => void;
};

/** What was found, under its headings: the list of a combobox, which leaves the keyboard in the field. */
export function Results({ id, label, groups, active, onActive, onChoose }: Props) {
  return (
    <div id={id} className="palette-results" role="listbox" aria-label={label}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset is a group of fields.
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}-title`}>
          <div id={`${id}-${group.id}-title`} className="palette-title" role="presentation">
            {group.title}
          </div>
          {group.entries.map((entry) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the keyboard, and names the option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
            <div
              key={entry.id}
              id={optionId(id, entry)}
              className="palette-entry"
              role="option"
              aria-selected={entry === active}
              // The keyboard stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => entry !== active && onActive(entry)}
              onClick={() => onChoose(entry)}
            >
              <span className="palette-label">{entry.label}</span>
              {entry.detail && <span className="palette-detail"> {entry.detail}</span>}
              {entry.keys && <Keys of={entry.keys} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
