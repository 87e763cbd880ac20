import Alert from "@cloudscape-design/components/alert";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef } from "react";
import { useText } from "../../common/text";
import type { ImportOptions, ImportPreview } from "../../ipc/client";
import { importing as text } from "../../messages/importing";
import { OptionFields } from "./OptionFields";
import { Problems } from "./Problems";
import { Sitemaps } from "./Sitemaps";

const KINDS = {
  batches: text.kindBatches,
  cli: text.kindCli,
  text: text.kindText,
  csv: text.kindCsv,
  sitemap: text.kindSitemap,
  sitemapIndex: text.kindIndex,
  unreadable: text.kindUnreadable,
};

type Props = {
  preview: ImportPreview;
  /** Whether it may say something else in a moment. */
  busy: boolean;
  options: ImportOptions;
  /** Whether what is read becomes batches, with names and targets. */
  named: boolean;
  change: (part: Partial<ImportOptions>) => void;
};

/** What kind of file it is and what is wrong in it; the keyboard comes here once it is read. */
export function Found({ preview, busy, options, named, change }: Props) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = place.current?.querySelector("h2");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, []);
  return (
    <div ref={place}>
      <SpaceBetween size="m">
        <Header variant="h2" info={busy && <StatusIndicator type="loading">{t(text.reading)}</StatusIndicator>}>
          {t(text.found)}
        </Header>
        <div>{t(KINDS[preview.kind], { count: preview.entries })}</div>
        {preview.callerReference !== null && <div>{t(text.reference, { reference: preview.callerReference })}</div>}
        <Problems preview={preview} />
        {named && preview.unrouted.length > 0 && (
          <Alert type="warning">{t(text.unrouted, { hosts: preview.unrouted.join(", ") })}</Alert>
        )}
        {/* Also where the file is refused: another part of a file that is too long may be short enough. */}
        <OptionFields preview={preview} options={options} named={named} change={change} />
        {preview.kind === "sitemapIndex" && <Sitemaps preview={preview} />}
      </SpaceBetween>
    </div>
  );
}
