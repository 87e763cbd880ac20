import { useCallback, useEffect, useRef, useState } from "react";
import { housekeeper } from "../../ipc/client";
import { base64 } from "./base64";

/** Bytes of one piece: below the 512 KiB that are taken at once. */
const PIECE = 384 * 1024;

/** How far a file is on its way to the Rust side. */
export type Upload =
  | { kind: "idle" }
  | { kind: "sending"; file: File | null; sent: number; total: number }
  | { kind: "sent"; file: File | null; id: number }
  | { kind: "failed"; file: File | null; error: unknown };

const close = (id: number) => void housekeeper.importClose(id).catch(() => {});

/** Hands a file or a text over in pieces; what is stopped or left is forgotten on the other side. */
export function useUpload() {
  const [upload, setUpload] = useState<Upload>({ kind: "idle" });
  // Whatever is begun or stopped makes what went on before a thing of the past.
  const turn = useRef(0);
  const open = useRef<number | null>(null);

  const forget = useCallback(() => {
    turn.current += 1;
    if (open.current !== null) close(open.current);
    open.current = null;
  }, []);
  useEffect(() => forget, [forget]);

  async function start(content: Blob, file: File | null) {
    forget();
    const mine = turn.current;
    const total = content.size;
    setUpload({ kind: "sending", file, sent: 0, total });
    try {
      const id = await housekeeper.importOpen(file?.name ?? "");
      if (turn.current !== mine) return close(id);
      open.current = id;
      for (let at = 0; at < total; at += PIECE) {
        const piece = await base64(content.slice(at, at + PIECE));
        if (turn.current !== mine) return;
        const sent = await housekeeper.importChunk(id, piece);
        if (turn.current !== mine) return;
        setUpload({ kind: "sending", file, sent, total });
      }
      setUpload({ kind: "sent", file, id });
    } catch (error) {
      if (turn.current !== mine) return;
      forget();
      setUpload({ kind: "failed", file, error });
    }
  }
  function stop() {
    forget();
    setUpload({ kind: "idle" });
  }
  return { upload, start, stop };
}
