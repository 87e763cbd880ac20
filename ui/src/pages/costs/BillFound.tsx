import Table from "@cloudscape-design/components/table";
import { money } from "../../common/money";
import { useTimeText } from "../../common/Time";
import { useText } from "../../common/text";
import type { Bill, MonthRow } from "../../ipc/client";
import { bill as text } from "../../messages/bill";
import { grouped, withoutZeros } from "./decimal";

/** What AWS bills for the month, beside what was counted here. */
export function BillFound({ bill, month }: { bill: Bill; month: MonthRow }) {
  const t = useText();
  const timeText = useTimeText();
  const rows = [
    {
      id: "aws",
      source: t(bill.isEstimated ? text.awsEstimated : text.aws),
      paths: grouped(bill.usage),
      amount: money(bill.currency, withoutZeros(bill.amount)),
    },
    {
      id: "own",
      source: t(text.own),
      paths: grouped(String(month.items)),
      amount: money(month.currency, month.cost),
    },
  ];
  return (
    <Table
      variant="embedded"
      items={rows}
      trackBy="id"
      ariaLabels={{ tableLabel: t(text.result) }}
      columnDefinitions={[
        { id: "source", header: t(text.source), isRowHeader: true, cell: ({ source }) => source },
        { id: "paths", header: t(text.paths), cell: ({ paths }) => paths },
        { id: "amount", header: t(text.amount), cell: ({ amount }) => amount },
      ]}
      footer={t(text.asked, { time: timeText(bill.asked) })}
    />
  );
}
