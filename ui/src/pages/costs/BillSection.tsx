import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMutation } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useStored } from "../../common/useStored";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { housekeeper, type MonthRow } from "../../ipc/client";
import { bill as text } from "../../messages/bill";
import { BillFound } from "./BillFound";

const ON_OFF = ["off", "on"] as const;

/** The permission that a look takes. */
const ACTION = "ce:GetCostAndUsage";

type Props = { connection: string; month: MonthRow };

/** The check against what AWS bills, for whoever has switched it on: AWS bills each look, so a look is a press. */
export function BillSection({ connection, month }: Props) {
  const t = useText();
  const [wanted, setWanted] = useStored<(typeof ON_OFF)[number]>("costs.bill", "off", ON_OFF);
  const isOn = wanted === "on";
  return (
    <ExpandableSection variant="container" headerText={t(text.title)}>
      <SpaceBetween size="m">
        <Toggle
          checked={isOn}
          description={t(text.toggleText, { action: ACTION })}
          onChange={({ detail }) => setWanted(detail.checked ? "on" : "off")}
        >
          {t(text.toggle)}
        </Toggle>
        {isOn && <Look key={month.month} connection={connection} month={month} />}
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** One look at a press; what it found stays until another month is shown. */
function Look({ connection, month }: Props) {
  const t = useText();
  const look = useMutation({ mutationFn: () => housekeeper.checkBill(connection, month.month) });
  return (
    <SpaceBetween size="m">
      <Button loading={look.isPending} loadingText={t(text.asking)} onClick={() => look.mutate()}>
        {t(text.ask)}
      </Button>
      {look.error && <FailureAlert error={look.error} title={t(text.failed)} connection={connection} />}
      {look.data && <BillFound bill={look.data} month={month} />}
      <Box variant="small" color="text-body-secondary">
        {t(text.lag)}
      </Box>
    </SpaceBetween>
  );
}
