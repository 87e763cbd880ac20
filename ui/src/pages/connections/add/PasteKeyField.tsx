import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useText } from "../../../common/text";
import { adding as text } from "../../../messages/adding";
import { type PastedKey, pastedKeys } from "./pasted";

type Outcome = { kind: "nothing" } | { kind: "filled"; id: string } | { kind: "unknown" };

/** Takes an access key in the forms in which people are handed one. Nothing secret stays standing here. */
export function PasteKeyField({ onKey }: { onKey: (key: PastedKey) => void }) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [outcome, setOutcome] = useState<Outcome>({ kind: "nothing" });
  // Several keys stood in what was pasted: they are held until one is chosen.
  const [several, setSeveral] = useState<PastedKey[]>([]);

  function choose(key: PastedKey) {
    setSeveral([]);
    setOutcome({ kind: "filled", id: key.accessKeyId });
    onKey(key);
  }

  function take(pasted: string) {
    const found = pastedKeys(pasted);
    const [only] = found;
    if (!only) return setOutcome({ kind: "unknown" });
    setTyped("");
    if (found.length === 1) return choose(only);
    setOutcome({ kind: "nothing" });
    setSeveral(found);
  }

  return (
    <SpaceBetween size="xs">
      {/* It is looked at as it comes in: what holds a secret is never shown, not even for a moment. */}
      <div
        onPasteCapture={(event) => {
          event.preventDefault();
          take(event.clipboardData.getData("text"));
        }}
      >
        <FormField
          label={t(text.paste)}
          description={t(text.pasteHint)}
          errorText={outcome.kind === "unknown" && t(text.pasteUnknown)}
        >
          <Textarea
            rows={2}
            autoComplete={false}
            spellcheck={false}
            value={typed}
            onChange={({ detail }) => {
              setTyped(detail.value);
              setOutcome({ kind: "nothing" });
            }}
            // What was dropped or typed there is whole when one goes on.
            onBlur={() => typed.trim() !== "" && take(typed)}
          />
        </FormField>
      </div>
      {several.length > 0 && (
        <FormField label={t(text.pasteWhich)} description={t(text.pasteSeveral, { count: several.length })}>
          <Select
            options={several.map(({ label, accessKeyId }, place) => ({
              value: String(place),
              label,
              description: accessKeyId,
            }))}
            selectedOption={null}
            placeholder={t(text.choose)}
            onChange={({ detail }) => {
              const key = several[Number(detail.selectedOption.value)];
              if (key) choose(key);
            }}
          />
        </FormField>
      )}
      <div role="status">
        {outcome.kind === "filled" && <StatusIndicator>{t(text.pasteFilled, { id: outcome.id })}</StatusIndicator>}
      </div>
    </SpaceBetween>
  );
}
