import { useEffect, useRef, useState } from "react";
import { HousekeeperError, housekeeper } from "../../ipc/client";
import type { Asking } from "./askings";
import { MfaModal } from "./MfaModal";

/** How each dialogue is told what is asked, and tells what came of it. */
export type AskProps = { asking: Asking; onDone: () => void; onCancel: () => void };

/** Asks for the code of an MFA device and hands it on. It is no mutation, which would keep what it was given. */
export function AskMfaCode({ asking, onDone, onCancel }: AskProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<HousekeeperError | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  async function enter(code: string) {
    setPending(true);
    setError(null);
    try {
      await housekeeper.enterMfaCode(asking.connection, code);
      // Whoever has cancelled meanwhile sees by the notice, which goes, that it was taken.
      if (here.current) onDone();
    } catch (thrown) {
      setError(HousekeeperError.from(thrown));
    } finally {
      setPending(false);
    }
  }

  return (
    <MfaModal
      name={asking.from[0]?.name ?? ""}
      device={asking.detail}
      pending={pending}
      error={error}
      onCode={(code) => void enter(code)}
      onCancel={onCancel}
    />
  );
}
