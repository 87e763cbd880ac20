import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import type { ImportPreview } from "../../ipc/client";
import { importing as text } from "../../messages/importing";
import { ItemList } from "../invalidations/ItemList";

/** What a sitemap index names, of which there can be tens of thousands: the first of those that match its options. */
export function Sitemaps({ preview }: { preview: ImportPreview }) {
  const t = useText();
  const { sitemaps, sitemapCount, entries } = preview;
  return (
    <SpaceBetween size="s">
      <Alert type="info">{t(text.sitemapsHint)}</Alert>
      <Box variant="h3">{t(text.sitemaps, { matching: sitemapCount, count: entries })}</Box>
      <ItemList items={sitemaps} label={t(text.sitemapsLabel)} />
      {sitemaps.length < sitemapCount && <div>{t(text.sitemapsCut, { shown: sitemaps.length })}</div>}
    </SpaceBetween>
  );
}
