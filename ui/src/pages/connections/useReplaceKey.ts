import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { keys } from "../../features/queries/keys";
import { type ConnectionCheck, HousekeeperError, housekeeper, type KeepWhere } from "../../ipc/client";

/** An access key as it is filled in. */
export type EnteredKey = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

/**
 * Gives a connection another access key. It is no mutation, which would keep what it was given; and what was filled in
 * stays only as long as it is not taken, so that it can be corrected, or kept elsewhere.
 */
export function useReplaceKey(id: string, knownKeyId: string, onReplaced: (check: ConnectionCheck) => void) {
  const client = useQueryClient();
  const [entered, setEntered] = useState<EnteredKey>(() => emptyKey(knownKeyId));
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<HousekeeperError | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  async function send(keep: KeepWhere) {
    if (pending) return;
    setPending(true);
    setError(null);
    try {
      const token = entered.sessionToken.trim();
      const key = {
        accessKeyId: entered.accessKeyId.trim(),
        secretAccessKey: entered.secretAccessKey.trim(),
        sessionToken: token === "" ? null : token,
      };
      const check = await housekeeper.replaceAccessKey(id, key, keep);
      // Nothing secret stays in the window.
      setEntered(emptyKey(knownKeyId));
      // All that had failed for want of it, and the connections themselves.
      await client.invalidateQueries({ queryKey: keys.connections });
      void client.invalidateQueries({ queryKey: keys.ofConnection(id) });
      if (here.current) onReplaced(check);
    } catch (thrown) {
      setError(HousekeeperError.from(thrown));
    } finally {
      setPending(false);
    }
  }

  const change = (part: Partial<EnteredKey>) => setEntered((old) => ({ ...old, ...part }));
  return { entered, change, pending, error, send };
}

function emptyKey(accessKeyId: string): EnteredKey {
  return { accessKeyId, secretAccessKey: "", sessionToken: "" };
}
