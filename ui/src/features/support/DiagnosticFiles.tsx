import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useId, useRef, useState } from "react";
import type { MessageDescriptor } from "react-intl";
import { type Text, useText } from "../../common/text";
import type { DiagnosticFile, DiagnosticKind } from "../../ipc/client";
import { support as text } from "../../messages/support";
import "./support.css";

/** What each kind of file is about. */
const ABOUT: Record<DiagnosticKind, MessageDescriptor> = {
  app: text.app,
  settings: text.settings,
  records: text.records,
  policy: text.policy,
  log: text.log,
  crash: text.crash,
};

type Props = {
  files: readonly DiagnosticFile[];
  /** The names of those that are left out. */
  left: ReadonlySet<string>;
  onInclude: (name: string, isIn: boolean) => void;
};

/** Each file with what it is about and whether it goes into the zip, and under them the text of the one that is read. */
export function DiagnosticFiles({ files, left, onInclude }: Props) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [name, setName] = useState<string | null>(null);
  const read = files.find((file) => file.name === name) ?? files[0];

  function show(file: DiagnosticFile) {
    setName(file.name);
    box.current?.focus();
    box.current?.scrollTo({ top: 0, left: 0 });
  }

  return (
    <SpaceBetween size="s">
      <div>
        <Box variant="awsui-key-label">
          <span id={id}>{t(text.files)}</span>
        </Box>
        <Box color="text-body-secondary" variant="small">
          {t(text.filesHint)}
        </Box>
      </div>
      <ul className="diagnostic-files" aria-labelledby={id}>
        {files.map((file) => (
          <li key={file.name} data-read={file === read || undefined}>
            <Checkbox
              checked={!left.has(file.name)}
              description={t(text.about, { about: t(ABOUT[file.kind]), size: sizeOf(t, file.bytes) })}
              onChange={({ detail }) => onInclude(file.name, detail.checked)}
            >
              {file.name}
            </Checkbox>
            <Button variant="inline-link" ariaLabel={t(text.readOf, { file: file.name })} onClick={() => show(file)}>
              {t(text.read)}
            </Button>
          </li>
        ))}
      </ul>
      {read && (
        <div>
          <Box variant="awsui-key-label">{t(text.textOf, { file: read.name })}</Box>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
          <section ref={box} className="diagnostic-text" aria-label={t(text.textOf, { file: read.name })} tabIndex={0}>
            <pre>{read.text || t(text.emptyText)}</pre>
          </section>
        </div>
      )}
    </SpaceBetween>
  );
}

/** How long a file is, as people say it. */
function sizeOf(t: Text, bytes: number): string {
  return bytes < 1000 ? t(text.bytes, { bytes }) : t(text.kilobytes, { kilobytes: Math.round(bytes / 1000) });
}
