import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useMutation } from "@tanstack/react-query";
import type { MessageDescriptor } from "react-intl";
import { useText } from "../../common/text";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { type HistoryFormat, housekeeper } from "../../ipc/client";
import { activity as text } from "../../messages/activity";

const FORMATS = [
  { id: "csv", label: text.asCsv },
  { id: "json", label: text.asJson },
] as const satisfies readonly { id: HistoryFormat; label: MessageDescriptor }[];

/** Writes every submission of this app into a file, and says where that is. */
export function ExportHistory() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const save = useMutation({
    mutationFn: (format: HistoryFormat) => housekeeper.exportHistory(format),
    // It stays until it is put away, for whoever looks for the file.
    onSuccess: (path) => flash({ id: "history", type: "info", content: t(text.exported, { path }) }),
    onError: (thrown) => failed(thrown, t(text.notExported)),
  });
  return (
    <ButtonDropdown
      loading={save.isPending}
      items={FORMATS.map(({ id, label }) => ({ id, text: t(label) }))}
      onItemClick={({ detail }) => save.mutate(detail.id as HistoryFormat)}
    >
      {t(text.exportHistory)}
    </ButtonDropdown>
  );
}
