import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { NumberField } from "../../common/NumberField";
import { useText } from "../../common/text";
import { wholeNumberIn } from "../../common/wholeNumber";
import { type Budget, type BudgetRow, housekeeper, type Target } from "../../ipc/client";
import { budgets as text } from "../../messages/budgets";
import { FailureAlert } from "../failure/FailureAlert";
import { useFlash } from "../flash/Flash";
import { keys } from "../queries/keys";

/** The largest budget, in items: more than any account clears in a month. */
const MOST = 100_000_000;

/** A field wide enough for that. */
const WIDTH = 150;

type Props = {
  connection: string;
  /** `null` for the account as a whole. */
  target: Target | null;
  /** As it is kept; nothing where there is none yet. */
  row: BudgetRow | undefined;
};

/** The two numbers of a budget, and how much of it is used; nothing of it holds before Save. */
export function BudgetForm({ connection, target, row }: Props) {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const [warn, setWarn] = useState(entered(row?.budget.warnAbove));
  const [refuse, setRefuse] = useState(entered(row?.budget.refuseAbove));
  const [asked, setAsked] = useState(false);
  const fixedBy = row?.fixedBy ?? null;
  const warnAbove = limitIn(warn);
  const refuseAbove = limitIn(refuse);
  const isOutOfOrder = typeof warnAbove === "number" && typeof refuseAbove === "number" && warnAbove > refuseAbove;
  const save = useMutation({
    mutationFn: (budget: Budget) => housekeeper.saveBudget(connection, target, budget),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.costs });
      flash({ id: "budget", type: "success", content: t(text.saved) });
    },
  });

  function submit() {
    setAsked(true);
    if (warnAbove === undefined || refuseAbove === undefined || isOutOfOrder || save.isPending) return;
    save.mutate({ warnAbove, refuseAbove });
  }

  return (
    <form
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SpaceBetween size="l">
        {save.error && <FailureAlert error={save.error} takeFocus={true} />}
        {fixedBy !== null && <Box>{t(text.fixed, { file: fixedBy })}</Box>}
        <SpaceBetween direction="horizontal" size="xl">
          <NumberField
            label={t(text.warnAbove)}
            hint={t(text.warnHint)}
            range={t(text.empty)}
            unit={t(text.unit)}
            most={MOST}
            value={warn}
            mistake={asked && ((warnAbove === undefined && t(text.invalid)) || (isOutOfOrder && t(text.order)))}
            readOnly={fixedBy !== null}
            width={WIDTH}
            onChange={setWarn}
          />
          <NumberField
            label={t(text.refuseAbove)}
            hint={t(text.refuseHint)}
            range={t(text.empty)}
            unit={t(text.unit)}
            most={MOST}
            value={refuse}
            mistake={asked && refuseAbove === undefined && t(text.invalid)}
            readOnly={fixedBy !== null}
            width={WIDTH}
            onChange={setRefuse}
          />
        </SpaceBetween>
        {row && <KeyValuePairs items={[{ label: t(text.used), value: t(text.usedItems, { count: row.used }) }]} />}
        {fixedBy === null && <Button loading={save.isPending}>{t(text.save)}</Button>}
      </SpaceBetween>
    </form>
  );
}

const entered = (limit: number | null | undefined) => (typeof limit === "number" ? String(limit) : "");

/** The limit that was entered; `null` where the field is empty, `undefined` where what is in it is none. */
function limitIn(value: string): number | null | undefined {
  if (value.trim() === "") return null;
  return wholeNumberIn(value, MOST) ?? undefined;
}
