import { type ReactNode, useState } from "react";
import { DoubleModal } from "./DoubleModal";
import { type Double, type OnItsWay, useOnTheirWay } from "./doubles";

/** What stands in the way of sending the same items a second time. */
export type AskBeforeDouble = {
  /** Those that are still on their way. */
  doubles: readonly OnItsWay[];
  /** Sends at once, or where there is a double once the person has agreed. */
  ask: (send: () => void) => void;
  /** The question, while it is asked. */
  modal: ReactNode;
};

/** Asks before the same items are sent a second time while the first are still on their way. */
export function useAskBeforeDouble(named: readonly Double[]): AskBeforeDouble {
  const doubles = useOnTheirWay(named);
  // As they were when it was asked: the question does not change under the hand.
  const [asked, setAsked] = useState<{ doubles: readonly OnItsWay[]; send: () => void } | null>(null);
  return {
    doubles,
    ask: (send) => (doubles.length === 0 ? send() : setAsked({ doubles, send })),
    modal: asked && (
      <DoubleModal
        doubles={asked.doubles}
        onCancel={() => setAsked(null)}
        onSend={() => {
          setAsked(null);
          asked.send();
        }}
      />
    ),
  };
}
