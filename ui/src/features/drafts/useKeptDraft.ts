import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useText } from "../../common/text";
import { drafts as text } from "../../messages/drafts";
import { useFailureFlash } from "../flash/useFailureFlash";
import { keys } from "../queries/keys";
import { writeDraft } from "./records";

/** How long the keys must rest before what was typed is kept, in milliseconds. */
const REST = 1_000;

/** Makes the content to keep, at the moment it is kept; `null` is nothing worth keeping. */
type Content = () => string | null;

/** The records of one editor's draft. */
export type KeptDraft = ReturnType<typeof useKeptDraft>;

/** Keeps what is typed in an editor over a restart: once the keys rest, and at leaving the page. */
export function useKeptDraft(key: string) {
  const t = useText();
  const client = useQueryClient();
  const failed = useFailureFlash();
  const waiting = useRef<{ content: Content; timer: ReturnType<typeof setTimeout> }>(null);
  const told = useRef(false);

  const write = useCallback(
    async (content: string | null) => {
      try {
        await writeDraft(key, content);
        told.current = false;
      } catch (thrown) {
        // Once, and not at each key, until it has worked again. That one cannot be dropped harms nobody.
        if (content !== null && !told.current) failed(thrown, t(text.notKept));
        told.current = true;
      }
      void client.invalidateQueries({ queryKey: keys.drafts });
    },
    [key, client, failed, t],
  );
  const forget = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  }, []);
  const flush = useCallback(() => {
    const content = waiting.current?.content;
    forget();
    if (content) void write(content());
  }, [forget, write]);

  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  return useMemo(
    () => ({
      /** Takes note that there is something else to keep. */
      keepSoon(content: Content) {
        forget();
        waiting.current = { content, timer: setTimeout(flush, REST) };
      },
      /** Keeps it at once; works when the page is left already, too. */
      keepNow(content: string | null) {
        forget();
        return write(content);
      },
      /** Forgets what was kept; works when the page is left already, too. */
      drop() {
        forget();
        return write(null);
      },
    }),
    [forget, flush, write],
  );
}
