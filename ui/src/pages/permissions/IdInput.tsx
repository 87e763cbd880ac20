import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";

type Props = { label: string; hint: string; add: string; error?: string | undefined; onAdd: (id: string) => void };

/** Takes an id that is entered by hand. */
export function IdInput({ label, hint, add, error, onAdd }: Props) {
  const [id, setId] = useState("");

  function take() {
    if (id.trim() === "") return;
    onAdd(id);
    setId("");
  }

  return (
    <FormField
      label={label}
      description={hint}
      errorText={error}
      secondaryControl={
        <Button disabled={id.trim() === ""} onClick={take}>
          {add}
        </Button>
      }
    >
      <Input
        value={id}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => setId(detail.value)}
        onKeyDown={({ detail }) => detail.key === "Enter" && take()}
      />
    </FormField>
  );
}
