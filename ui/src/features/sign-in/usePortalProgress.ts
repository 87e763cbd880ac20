import { useCallback, useEffect, useRef, useState } from "react";
import {
  HousekeeperError,
  housekeeper,
  type KeepWhere,
  type NewPortal,
  onChanged,
  type PortalSignInState,
} from "../../ipc/client";

/** How often a sign-in is asked after while it waits, beside being told of it: a missed word must not hold anybody up. */
const EVERY = 2_000;

type Waiting = Extract<PortalSignInState, { kind: "waiting" }>;

/** A sign-in at a portal from its beginning, and the ways to go on with it. */
export function usePortalProgress(portal: NewPortal, onSignedIn: (keep: KeepWhere) => void) {
  const { startUrl, region, customEndpoint, method } = portal;
  const [attempt, setAttempt] = useState({ number: 0, keep: portal.keep });
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [browserProblem, setBrowserProblem] = useState<string | null>(null);
  const [error, setError] = useState<HousekeeperError | null>(null);
  // The sign-in that waits for the person, and so is given up where they leave.
  const open = useRef<string | null>(null);
  const done = useRef(onSignedIn);
  done.current = onSignedIn;

  const giveUp = useCallback(() => {
    if (open.current !== null) cancel(open.current);
    open.current = null;
  }, []);

  useEffect(() => {
    let id: string | null = null;
    let over = false;
    const fail = (thrown: unknown) => {
      if (over) return;
      over = true;
      giveUp();
      setWaiting(null);
      setError(HousekeeperError.from(thrown));
    };
    const take = (state: PortalSignInState) => {
      if (over) return;
      if (state.kind === "waiting") return setWaiting(state);
      open.current = null;
      if (state.kind === "failed") return fail(state.error);
      over = true;
      done.current(attempt.keep);
    };
    const ask = () => {
      if (!over && id !== null) void housekeeper.portalSignIn(id).then(({ state }) => take(state), fail);
    };
    setError(null);
    setWaiting(null);
    setBrowserProblem(null);
    void housekeeper
      .beginPortalSignIn({ startUrl, region, customEndpoint, method, keep: attempt.keep })
      .then((begun) => {
        id = begun.id;
        if (begun.state.kind === "waiting") {
          // They left before it had begun.
          if (over) return cancel(id);
          open.current = id;
          // It is said once, and no longer when the sign-in is asked after.
          setBrowserProblem(begun.state.browserProblem);
        }
        take(begun.state);
      }, fail);
    const stop = onChanged((changed) => {
      if (changed.kind === "everything" || (changed.kind === "portalSignIn" && changed.id === id)) ask();
    });
    const timer = setInterval(ask, EVERY);
    return () => {
      over = true;
      stop();
      clearInterval(timer);
      giveUp();
    };
  }, [startUrl, region, customEndpoint, method, attempt, giveUp]);

  return {
    waiting,
    browserProblem,
    error,
    giveUp,
    /** Begins anew, and keeps what comes of it where it is said. */
    again: (keep: KeepWhere = attempt.keep) => setAttempt(({ number }) => ({ number: number + 1, keep })),
    async openBrowser() {
      if (open.current === null) return;
      try {
        await housekeeper.openPortalSignIn(open.current);
        setBrowserProblem(null);
      } catch (thrown) {
        setBrowserProblem(HousekeeperError.from(thrown).detail);
      }
    },
  };
}

/** It ends by itself soon; nobody is told that it could not be ended at once. */
function cancel(id: string): void {
  void housekeeper.cancelPortalSignIn(id).catch(() => {});
}
