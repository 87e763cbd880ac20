import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useConnectionOr } from "../connection/context";
import { type Asking, askingOf } from "./askings";

type SignIn = {
  /** What the person answers now; `null` where nothing is open. */
  open: Asking | null;
  begin: (asking: Asking) => void;
  end: () => void;
};

const Context = createContext<SignIn | null>(null);

/** Lets whatever meets a session that asks open the one dialogue for it, which the frame shows. */
export function SignInProvider({ children }: { children: ReactNode }) {
  // As it was when it was opened: it is answered, or given up, even where the Rust side is ahead of the dialogue.
  const [open, setOpen] = useState<Asking | null>(null);
  const value = useMemo(() => ({ open, begin: setOpen, end: () => setOpen(null) }), [open]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** How a dialogue is opened and closed; `null` outside of the frame, where there is none. */
export function useSignIn(): SignIn | null {
  return useContext(Context);
}

/** What a connection (the one in use where none is said) asks of the person, where that can be answered here. */
export function useAsking(connection: string | undefined): Asking | null {
  const asking = askingOf(useConnectionOr(connection));
  return useSignIn() && asking;
}
