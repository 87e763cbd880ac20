import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { ConnectionRow } from "../../ipc/client";
import { useConnections } from "../connection/context";
import { ProductionModal } from "./ProductionModal";

/** What is about to be sent through a connection. */
export type Sending = {
  /** The connection's id. */
  connection: string;
  /** What people call the target. */
  target: string;
  items: number;
  /** Whether it is one part of a run of which all that waits goes out with it. */
  withTheRest?: boolean;
};

/** What goes through one connection that is marked as production. */
export type ToProduction = { connection: ConnectionRow; sendings: Sending[] };

type Ask = (sendings: readonly Sending[], send: () => void) => void;

const Context = createContext<Ask>((_, send) => send());

/** Asks once more before anything is sent through a connection that is marked as production. */
export function ProductionProvider({ children }: { children: ReactNode }) {
  const { all } = useConnections();
  const [asked, setAsked] = useState<{ groups: ToProduction[]; send: () => void } | null>(null);
  const ask = useCallback<Ask>(
    (sendings, send) => {
      const groups = all
        .filter(({ production }) => production)
        .map((connection) => ({ connection, sendings: sendings.filter((one) => one.connection === connection.id) }))
        .filter(({ sendings }) => sendings.length > 0);
      if (groups.length === 0) send();
      else setAsked({ groups, send });
    },
    [all],
  );
  const modal = useMemo(
    () =>
      asked && (
        <ProductionModal
          groups={asked.groups}
          onCancel={() => setAsked(null)}
          onSend={() => {
            setAsked(null);
            asked.send();
          }}
        />
      ),
    [asked],
  );
  return (
    <Context.Provider value={ask}>
      {children}
      {modal}
    </Context.Provider>
  );
}

/**
 * The function that sends something: at once, or where one of its connections is marked as production once the person
 * has agreed. Whatever sends goes through it.
 */
export function useAskBeforeProduction(): Ask {
  return useContext(Context);
}
