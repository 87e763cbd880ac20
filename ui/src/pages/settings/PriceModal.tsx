import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../common/text";
import { wholeNumberIn } from "../../common/wholeNumber";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { keys } from "../../features/queries/keys";
import { housekeeper, type NewTariff, type TariffRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { prices as text } from "../../messages/prices";
import { shell } from "../../messages/shell";
import { exactPrice } from "./price";

/** The most free items a month that can be entered. */
const MOST_FREE = 100_000_000;

type Props = { row: TariffRow; where: string; onClose: () => void };

/** Gives a partition another price, with where it is from. */
export function PriceModal({ row, where, onClose }: Props) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const [price, setPrice] = useState(row.perItem);
  const [free, setFree] = useState(String(row.freeItemsAMonth));
  const [source, setSource] = useState(row.isOwn ? row.source : "");
  const [asked, setAsked] = useState(false);
  const perItem = exactPrice(price);
  const freeItemsAMonth = wholeNumberIn(free, MOST_FREE);
  const isMissing = source.trim() === "";
  const save = useMutation({
    mutationFn: (tariff: NewTariff) => housekeeper.saveTariff(row.partition, tariff),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.costs });
      flash({ type: "success", content: t(text.saved, { where }) });
      onClose();
    },
  });

  function submit() {
    setAsked(true);
    if (perItem === null || freeItemsAMonth === null || isMissing || save.isPending) return;
    save.mutate({ perItem, freeItemsAMonth, source: source.trim() });
  }

  return (
    <Modal
      visible={true}
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.editOf, { where })}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={save.isPending} onClick={submit}>
              {t(text.save)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        noValidate={true}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SpaceBetween size="m">
          <FormField
            label={t(text.perItem)}
            description={t(text.perItemHint, { currency: row.currency })}
            errorText={asked && perItem === null && t(text.perItemInvalid)}
          >
            <Input
              autoFocus={true}
              autoComplete={false}
              inputMode="decimal"
              value={price}
              onChange={({ detail }) => setPrice(detail.value)}
            />
          </FormField>
          <FormField
            label={t(text.free)}
            description={t(text.freeHint)}
            errorText={asked && freeItemsAMonth === null && t(text.freeInvalid)}
          >
            <Input
              autoComplete={false}
              inputMode="numeric"
              value={free}
              onChange={({ detail }) => setFree(detail.value)}
            />
          </FormField>
          <FormField
            label={t(text.source)}
            description={t(text.sourceHint)}
            errorText={asked && isMissing && t(text.sourceMissing)}
          >
            <Input autoComplete={false} value={source} onChange={({ detail }) => setSource(detail.value)} />
          </FormField>
          {save.error && <FailureAlert error={save.error} takeFocus={true} />}
          {/* The buttons stand in the footer, out of the form: this is what Enter presses. */}
          <button type="submit" hidden={true} />
        </SpaceBetween>
      </form>
    </Modal>
  );
}
