import Button from "@cloudscape-design/components/button";
import { useMutation } from "@tanstack/react-query";
import { useText } from "../../common/text";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { housekeeper } from "../../ipc/client";
import { costs as text } from "../../messages/costs";

type Props = { connection: string; month: string | undefined };

/** Writes every invalidation of the month shown into a file, and says where that is. */
export function ExportCosts({ connection, month }: Props) {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const save = useMutation({
    mutationFn: (wanted: string) => housekeeper.exportCosts(connection, wanted),
    // It stays until it is put away, for whoever looks for the file.
    onSuccess: (path) => flash({ id: "costs", type: "info", content: t(text.exported, { path }) }),
    onError: (thrown) => failed(thrown, t(text.notExported)),
  });
  return (
    <Button
      iconName="download"
      disabled={month === undefined}
      loading={save.isPending}
      onClick={() => month !== undefined && save.mutate(month)}
    >
      {t(text.exportCsv)}
    </Button>
  );
}
