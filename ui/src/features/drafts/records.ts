import { type Draft, housekeeper } from "../../ipc/client";

/** What is still to be done for a key: a draft that is dropped after it was kept must stay dropped. */
const underWay = new Map<string, Promise<unknown>>();

function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
  const turn = (underWay.get(key) ?? Promise.resolve()).then(act, act);
  underWay.set(key, turn);
  const done = () => {
    if (underWay.get(key) === turn) underWay.delete(key);
  };
  turn.then(done, done);
  return turn;
}

/** What the records have under a key, once all that was asked before is done. */
export function readDraft(key: string): Promise<Draft | null> {
  return inTurn(key, () => housekeeper.draft(key));
}

/** Keeps the content in the records; `null` is nothing worth keeping. */
export function writeDraft(key: string, content: string | null): Promise<null> {
  return inTurn(key, () => (content === null ? housekeeper.dropDraft(key) : housekeeper.keepDraft(key, content)));
}
