import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { SubmissionStateView } from "../../features/submissions/SubmissionStateView";
import type { SubmissionDetails } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { common } from "../../messages/common";
import { errors } from "../../messages/errors";

/** Every step of a submission, oldest first. */
export function History({ history }: { history: SubmissionDetails["history"] }) {
  const t = useText();
  return (
    <Table
      header={<Header variant="h2">{t(text.history)}</Header>}
      items={history}
      ariaLabels={{ tableLabel: t(text.history) }}
      wrapLines={true}
      columnDefinitions={[
        { id: "at", header: t(text.historyAt), isRowHeader: true, cell: ({ at }) => <Time at={at} /> },
        {
          id: "state",
          header: t(text.historyState),
          cell: ({ state }) => <SubmissionStateView kind={state} past={true} />,
        },
        {
          id: "reason",
          header: t(text.historyReason),
          cell: ({ reason }) =>
            reason
              ? `${t((errors[reason.code] ?? errors.unexpected).happened)}${reason.detail && ` – ${reason.detail}`}`
              : t(common.none),
        },
      ]}
      empty={t(common.none)}
    />
  );
}
