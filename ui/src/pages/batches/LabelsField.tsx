import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TokenGroup from "@cloudscape-design/components/token-group";
import { useRef, useState } from "react";
import { useText } from "../../common/text";
import { labels as text } from "../../messages/labels";
import { isSame, type LabelProblem, LONGEST, MOST, withTyped } from "./labels";
import { useLabels } from "./useLabels";

/** The labels of a batch: typed anew, or chosen among those that batches have. */
export function LabelsField(props: { labels: readonly string[]; onChange: (labels: string[]) => void }) {
  const { labels, onChange } = props;
  const t = useText();
  const known = useLabels();
  const [typed, setTyped] = useState("");
  // What a key finds: an Enter that chooses an option comes before the field is drawn anew.
  const now = useRef(typed);
  const [problem, setProblem] = useState<LabelProblem | null>(null);
  const offered = known.filter((label) => !labels.some((other) => isSame(other, label)));

  function note(next: string) {
    now.current = next;
    setTyped(next);
    setProblem(null);
  }

  function add(what: string) {
    const added = withTyped(labels, what, known);
    // What could not be added stays to be corrected.
    note(added.problem ? what : "");
    setProblem(added.problem);
    if (added.labels.length > labels.length) onChange(added.labels);
  }

  return (
    <FormField
      label={t(text.labels)}
      description={t(text.hint)}
      errorText={problem && problemText(problem)}
      stretch={true}
    >
      <SpaceBetween size="xs">
        <Autosuggest
          value={typed}
          options={offered.map((value) => ({ value }))}
          enteredTextLabel={(label) => t(text.add, { label })}
          placeholder={t(text.placeholder)}
          invalid={problem !== null}
          onChange={({ detail }) => note(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
          onKeyDown={(event) => {
            const isEnd = event.detail.key === "Enter" || event.detail.key === ",";
            if (!isEnd || event.detail.isComposing || now.current.trim() === "") return;
            // The key ends the label; it neither sends the form nor stands in the next one.
            event.preventDefault();
            add(now.current);
          }}
          // A label is not lost because Save was clicked without Enter before it.
          onBlur={() => add(now.current)}
        />
        {labels.length > 0 && (
          <TokenGroup
            items={labels.map((label) => ({ label, dismissLabel: t(text.remove, { label }) }))}
            onDismiss={({ detail }) => onChange(labels.filter((_, index) => index !== detail.itemIndex))}
          />
        )}
      </SpaceBetween>
    </FormField>
  );

  function problemText(found: LabelProblem): string {
    switch (found.kind) {
      case "tooLong":
        return t(text.tooLong, { most: LONGEST });
      case "tooMany":
        return t(text.tooMany, { most: MOST });
      case "alreadyThere":
        return t(text.alreadyThere, { label: found.label });
    }
  }
}
