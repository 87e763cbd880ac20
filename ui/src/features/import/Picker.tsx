import Button from "@cloudscape-design/components/button";
import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRef, useState } from "react";
import { LinesEditor } from "../../common/LinesEditor";
import { useText } from "../../common/text";
import { importing as text } from "../../messages/importing";
import { FailureAlert } from "../failure/FailureAlert";
import { refusalSentence } from "../failure/refusal";
import type { Upload } from "./useUpload";

const ACCEPT = ".json,.txt,.csv,.tsv,.xml,.gz";
const PASTE = "import-paste";

type Props = { upload: Upload; start: (content: Blob, file: File | null) => Promise<void>; stop: () => void };

/** Where a file is chosen or dropped, or a text pasted. */
export function Picker({ upload, start, stop }: Props) {
  const t = useText();
  const pasted = useRef("");
  const [isEmpty, setIsEmpty] = useState(true);
  const file = "file" in upload ? upload.file : null;
  return (
    <SpaceBetween size="m">
      <FormField label={t(text.file)} description={t(text.fileHint)}>
        <FileUpload
          accept={ACCEPT}
          value={file ? [file] : []}
          showFileSize={true}
          onChange={({ detail }) => {
            const [chosen] = detail.value;
            if (chosen) void start(chosen, chosen);
            else stop();
          }}
          i18nStrings={{
            uploadButtonText: () => t(text.choose),
            dropzoneText: () => t(text.drop),
            removeFileAriaLabel: (_, name) => t(text.removeFile, { name }),
          }}
        />
      </FormField>
      <FormField controlId={PASTE} label={t(text.paste)} description={t(text.pasteHint)} stretch={true}>
        <LinesEditor
          id={PASTE}
          describedBy={`${PASTE}-description`}
          initialText=""
          placeholder="/index.html"
          rows={4}
          onText={(next) => {
            pasted.current = next;
            setIsEmpty(next.trim() === "");
          }}
        />
      </FormField>
      <Button
        formAction="none"
        disabled={isEmpty}
        disabledReason={t(text.pasteFirst)}
        onClick={() => void start(new Blob([pasted.current]), null)}
      >
        {t(text.readPasted)}
      </Button>
      {upload.kind === "sending" && (
        <SpaceBetween size="xs">
          <ProgressBar label={t(text.sending)} value={upload.total ? (100 * upload.sent) / upload.total : 0} />
          <Button formAction="none" onClick={stop}>
            {t(text.stop)}
          </Button>
        </SpaceBetween>
      )}
      {upload.kind === "failed" && (
        <FailureAlert
          error={upload.error}
          title={t(text.notRead)}
          sentence={refusalSentence(upload.error)}
          takeFocus={true}
        />
      )}
    </SpaceBetween>
  );
}
