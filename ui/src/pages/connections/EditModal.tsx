import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { COLOUR_NAMES, COLOURS, colourOf } from "../../features/colours/colours";
import { ConnectionDot } from "../../features/connection/ConnectionDot";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keys } from "../../features/queries/keys";
import { type Colour, type ConnectionRow, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections } from "../../messages/connections";
import { labels } from "../../messages/labels";
import { manage as text } from "../../messages/manage";
import { shell } from "../../messages/shell";
import { useFocusFirst } from "./useFocusFirst";

type Props = { connection: ConnectionRow; onClose: () => void };

/** Gives a connection another name, colour or mark. */
export function EditModal({ connection, onClose }: Props) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const first = useFocusFirst<InputProps.Ref>();
  const [name, setName] = useState(connection.name);
  const [colour, setColour] = useState(connection.colour);
  const [production, setProduction] = useState(connection.production);
  const [asked, setAsked] = useState(false);
  const about = { name: name.trim(), colour, production };
  const isMissing = about.name === "";
  const save = useMutation({
    mutationFn: () => housekeeper.describeConnection(connection.id, about),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.connections });
      flash({ type: "success", content: t(text.edited, { name: about.name }) });
      onClose();
    },
  });

  function submit() {
    setAsked(true);
    if (!isMissing && !save.isPending) save.mutate();
  }

  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.editTitle, { name: connection.name })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={save.isPending} onClick={submit}>
              {t(text.saveEdit)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SpaceBetween size="m">
          {save.error && <FailureAlert error={save.error} takeFocus={true} />}
          <FormField
            label={t(connections.name)}
            description={t(connections.nameHint)}
            errorText={asked && isMissing ? t(connections.needed) : undefined}
          >
            <Input ref={first} autoComplete={false} value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
          <ColourField value={colour} onChange={setColour} />
          <Toggle
            checked={production}
            description={t(text.productionHint)}
            onChange={({ detail }) => setProduction(detail.checked)}
          >
            {t(text.production)}
          </Toggle>
        </SpaceBetween>
      </form>
    </Modal>
  );
}

function ColourField({ value, onChange }: { value: Colour; onChange: (colour: Colour) => void }) {
  const t = useText();
  const option = (colour: Colour): SelectProps.Option => ({
    value: colour,
    label: t(COLOUR_NAMES[colour]),
    ...(colour !== "none" && { iconSvg: <ConnectionDot colour={colour} /> }),
  });
  return (
    <FormField label={t(labels.colour)} description={t(text.colourHint)}>
      <Select
        options={COLOURS.map(option)}
        selectedOption={option(value)}
        triggerVariant="option"
        onChange={({ detail }) => onChange(colourOf(detail.selectedOption.value))}
      />
    </FormField>
  );
}
