import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { housekeeper } from "../../ipc/client";
import { shell } from "../../messages/shell";
import { support as text } from "../../messages/support";
import { FailureAlert } from "../failure/FailureAlert";
import { keys } from "../queries/keys";
import { DiagnosticFiles } from "./DiagnosticFiles";

/** Shows all that would help somebody who helps, and saves what the person leaves in as a zip. */
export function DiagnosticsModal({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // Gathered anew each time it is opened, and then kept: what is read is what is saved.
  const query = useQuery({
    queryKey: keys.diagnostics,
    queryFn: () => housekeeper.diagnostics(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const files = query.isFetching ? undefined : query.data;
  const save = useMutation({ mutationFn: (leaveOut: string[]) => housekeeper.saveDiagnostics(leaveOut) });
  const chosen = files?.filter(({ name }) => !left.has(name)) ?? [];
  const saved = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (save.data) saved.current?.focus();
  }, [save.data]);

  function include(name: string, isIn: boolean) {
    const next = new Set(left);
    if (isIn) next.delete(name);
    else next.add(name);
    setLeft(next);
    // What was saved before is another file than what is ticked now.
    save.reset();
  }

  return (
    <Modal
      visible={true}
      size="large"
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(text.save)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t(text.close)}
            </Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              disabledReason={files && files.length > 0 ? t(text.nothingChosen) : t(files ? text.none : text.gathering)}
              loading={save.isPending}
              onClick={() => save.mutate([...left])}
            >
              {t(text.saveZip)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>{t(text.intro)}</div>
        <div>{t(text.inside)}</div>
        {query.isFetching && <StatusIndicator type="loading">{t(text.gathering)}</StatusIndicator>}
        {query.error && !query.isFetching && (
          <FailureAlert
            error={query.error}
            title={t(text.failed)}
            onRetry={() => void query.refetch()}
            takeFocus={true}
          />
        )}
        {files?.length === 0 && <StatusIndicator type="info">{t(text.none)}</StatusIndicator>}
        {files && files.length > 0 && <DiagnosticFiles files={files} left={left} onInclude={include} />}
        {save.error && <FailureAlert error={save.error} title={t(text.saveFailed)} takeFocus={true} />}
        {save.data && (
          <div ref={saved} tabIndex={-1} role="status" className="failure">
            <Alert type="success" header={t(text.saved)}>
              {t(text.savedWhere)} <CopyText text={save.data} what={t(text.path)} />
            </Alert>
          </div>
        )}
      </SpaceBetween>
    </Modal>
  );
}
