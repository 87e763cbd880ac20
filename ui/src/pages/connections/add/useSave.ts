import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../../common/text";
import { connectionPath } from "../../../features/connection/paths";
import { useFlash } from "../../../features/flash/Flash";
import { keys } from "../../../features/queries/keys";
import { HousekeeperError, housekeeper, type NewConnection, type SavedConnection } from "../../../ipc/client";
import { connections as text } from "../../../messages/connections";
import { useSummary } from "./useSummary";

/** What the person answers on the way. */
export type Answer = Partial<Pick<NewConnection, "agreedProgram" | "mfaCode" | "keep">>;

/** What is asked on the way. */
export type Question = { what: "program"; command: string } | { what: "mfaCode"; device: string };

type Hooks = {
  /** What is to be saved, as it is entered now. */
  make: () => NewConnection;
  /** It was sent once: whatever holds for one time is to be forgotten. */
  onSent: () => void;
  /** It is kept: whatever is secret is to be forgotten. */
  onSaved: () => void;
};

/** Saves a connection, and asks the person for what is still missing. It is no mutation, which would keep what it sent. */
export function useSave({ make, onSent, onSaved }: Hooks) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<HousekeeperError | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const answered = useRef<Answer>({});
  const finish = useFinish();

  async function send(answer: Answer) {
    if (pending) return;
    const form = { ...make(), ...answered.current, ...answer };
    // A code is taken once; the other answers hold until the person begins anew.
    const { mfaCode: _, ...lasting } = answer;
    answered.current = { ...answered.current, ...lasting };
    setPending(true);
    setError(null);
    try {
      const saved = await housekeeper.saveConnection(form);
      setQuestion(null);
      onSaved();
      await finish(saved);
    } catch (thrown) {
      fail(HousekeeperError.from(thrown), form);
    } finally {
      setPending(false);
      onSent();
    }
  }

  function fail(failure: HousekeeperError, { agreedProgram, mfaCode }: NewConnection) {
    const { code, detail } = failure;
    if (code === "programNotAgreed") {
      setQuestion({ what: "program", command: detail });
      // Another program than the one agreed to is another question, and no failure.
      if (agreedProgram === detail) setError(failure);
    } else if (code === "mfaCodeWanted") {
      setQuestion({ what: "mfaCode", device: detail });
      if (mfaCode !== null) setError(failure);
    } else {
      // A code that was mistyped is entered once more where it was asked for.
      setQuestion((asked) => (asked?.what === "mfaCode" && code !== "keychainUnavailable" ? asked : null));
      setError(failure);
    }
  }

  return {
    pending,
    error,
    question,
    save() {
      answered.current = {};
      void send({});
    },
    answer: (answer: Answer) => void send(answer),
    giveUp: () => setQuestion(null),
  };
}

/** Says what AWS said to the new connection, where the connections are. */
function useFinish() {
  const t = useText();
  const flash = useFlash();
  const client = useQueryClient();
  const navigate = useNavigate();
  const summarise = useSummary();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return async ({ connection, check }: SavedConnection) => {
    await client.invalidateQueries({ queryKey: keys.connections });
    flash({
      type: check.identity ? "success" : "warning",
      header: t(text.saved, { name: connection.name }),
      content: summarise(check),
    });
    // Whoever has gone elsewhere meanwhile stays there.
    if (here.current) void navigate(connectionPath(connection.id));
  };
}
