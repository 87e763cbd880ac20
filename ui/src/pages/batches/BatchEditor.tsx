import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { LinesEditor, type LinesEditorHandle } from "../../common/LinesEditor";
import { appendLines } from "../../common/lines";
import { useText } from "../../common/text";
import { asTemplate, NEW_BATCH } from "../../features/batches/saveAsBatch";
import type { KeptDraft } from "../../features/drafts/useKeptDraft";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { refusalSentence } from "../../features/failure/refusal";
import { useFlash } from "../../features/flash/Flash";
import { ImportLines } from "../../features/import/ImportLines";
import { keys } from "../../features/queries/keys";
import { housekeeper, type Variable } from "../../ipc/client";
import { batches as text } from "../../messages/batches";
import { common } from "../../messages/common";
import { ColourField } from "./ColourField";
import type { BatchDraft } from "./draft";
import { LabelsField } from "./LabelsField";
import { BATCHES, editPath, withoutName } from "./paths";
import { problemText } from "./problem";
import { TargetsField } from "./TargetsField";
import { useBatchDraft } from "./useBatchDraft";
import { useTemplate } from "./useTemplate";
import { VariableFields } from "./VariableFields";
import { tidied, variablesOf } from "./variables";
import "./batches.css";

const PATHS = "batch-paths";

type Props = {
  /** Without one it is a new batch. */
  id: number | null;
  kept: KeptDraft;
  /** What the form begins with. */
  beginning: BatchDraft;
  /** What it would begin with if nothing had been typed before: no draft is kept of that. */
  untouched: BatchDraft;
};

/** The form of a batch. What was typed stays where it could not be saved, and over a restart. */
export function BatchEditor({ id, kept, beginning, untouched }: Props) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const editor = useRef<LinesEditorHandle>(null);
  const [begun] = useState(beginning);
  const [name, setName] = useState(begun.name);
  const [description, setDescription] = useState(begun.description);
  const [favourite, setFavourite] = useState(begun.favourite);
  const [targets, setTargets] = useState(begun.targets);
  const [labels, setLabels] = useState(begun.labels);
  const [colour, setColour] = useState(begun.colour);
  // Those that are not in the text at this moment too: a name that is typed anew is what it was.
  const [known, setKnown] = useState<Variable[]>(begun.variables);
  const template = useTemplate(begun.text, begun.text === "" ? [] : begun.variables.map((variable) => variable.name));
  const { names, problem } = template.facts;
  const { changed, drop, bringBack } = useBatchDraft(kept, untouched, () => ({
    name,
    description,
    text: template.text.current,
    variables: known,
    targets,
    favourite,
    labels,
    colour,
  }));
  const hold = [name, description, favourite, targets, known, labels, colour];
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of the form changes is kept.
  useEffect(changed, hold);
  const marks = useMemo(() => new Map(problem ? [[problem.line, "error" as const]] : []), [problem]);

  const save = useMutation({
    mutationFn: async () => {
      // Of the text as it is now, which the keys may not have rested on yet.
      const facts = await template.read();
      const variables = variablesOf(facts.names, known).map(tidied);
      return housekeeper.saveBatch(id, {
        name: name.trim(),
        description: description.trim(),
        text: template.text.current,
        variables,
        targets: targets.map(withoutName),
        favourite,
        labels,
        colour,
      });
    },
    onSuccess: ({ row }) => {
      drop();
      flash({ type: "success", content: t(text.saved, { name: row.name }) });
      void client.invalidateQueries({ queryKey: keys.batches });
    },
  });

  function append(lines: string) {
    editor.current?.setText(appendLines(template.text.current, asTemplate(lines)));
  }

  function cancel() {
    const dropped = drop();
    if (dropped !== null) {
      flash({
        type: "info",
        content: t(text.discarded),
        action: (
          <Button
            onClick={() => {
              bringBack(dropped);
              void navigate(id === null ? NEW_BATCH : editPath(id));
            }}
          >
            {t(text.bringBack)}
          </Button>
        ),
      });
    }
    void navigate(BATCHES);
  }
  const send = () => !save.isPending && save.mutate(undefined, { onSuccess: () => void navigate(BATCHES) });

  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={cancel}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={save.isPending}>
              {t(text.save)}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {save.error && (
            <FailureAlert
              error={save.error}
              title={t(text.notSaved)}
              sentence={refusalSentence(save.error)}
              takeFocus={true}
            />
          )}
          <Container>
            <SpaceBetween size="l">
              <FormField label={t(text.batchName)} stretch={true}>
                <Input
                  autoFocus={id === null}
                  autoComplete={false}
                  value={name}
                  onChange={({ detail }) => setName(detail.value)}
                />
              </FormField>
              <FormField label={t(text.descriptionField)} description={t(text.optional)} stretch={true}>
                <Input
                  autoComplete={false}
                  value={description}
                  onChange={({ detail }) => setDescription(detail.value)}
                />
              </FormField>
              <SpaceBetween size="xs">
                <FormField
                  controlId={PATHS}
                  label={t(text.objectPaths)}
                  description={t(text.objectPathsHint)}
                  errorText={problem && problemText(t, problem)}
                  stretch={true}
                >
                  <LinesEditor
                    ref={editor}
                    id={PATHS}
                    describedBy={problem ? `${PATHS}-error ${PATHS}-description` : `${PATHS}-description`}
                    invalid={problem !== null}
                    initialText={begun.text}
                    placeholder={t(text.placeholder)}
                    marks={marks}
                    onText={(next) => {
                      template.note(next);
                      changed();
                    }}
                  />
                </FormField>
                <ImportLines onLines={append} />
              </SpaceBetween>
              <TargetsField targets={targets} known={begun.targets} onChange={setTargets} />
              <LabelsField labels={labels} onChange={setLabels} />
              <ColourField value={colour} onChange={setColour} />
              <Checkbox
                checked={favourite}
                description={t(text.favouriteHint)}
                onChange={({ detail }) => setFavourite(detail.checked)}
              >
                {t(text.favourite)}
              </Checkbox>
            </SpaceBetween>
          </Container>
          {names.length > 0 && (
            <Container header={<Header variant="h2">{t(text.variables)}</Header>}>
              <SpaceBetween size="m">
                {variablesOf(names, known).map((variable) => (
                  <VariableFields
                    key={variable.name}
                    variable={variable}
                    onChange={(next) => setKnown((all) => [...all.filter((other) => other.name !== next.name), next])}
                  />
                ))}
              </SpaceBetween>
            </Container>
          )}
        </SpaceBetween>
      </Form>
    </form>
  );
}
