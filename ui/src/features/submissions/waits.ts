import type { Text } from "../../common/text";
import type { QueuedRun, Waits, WaitsFor } from "../../ipc/client";
import { errors } from "../../messages/errors";
import { queue as text } from "../../messages/queue";
import { isAskedFor } from "../sign-in/askings";

/** What a queued submission waits for, as a sentence. */
export function waitsSentence(t: Text, waits: WaitsFor): string {
  switch (waits.kind) {
    case "turn":
      return t(text.forTurn);
    case "room": {
      const others = waits.others ? "yes" : "no";
      return waits.wildcards
        ? t(text.forRoomWildcards, { count: waits.wildcardsInProgress, others })
        : t(text.forRoomFiles, { count: waits.files, others });
    }
    case "pace":
      return t(text.forPace);
    case "network":
      return t(text.forNetwork);
    case "earlierPart":
      return t(waits.refused ? text.forRefusedPart : text.forEarlierPart);
    case "signIn": {
      const { happened, todo } = errors[waits.reason.code] ?? errors.unexpected;
      const reason = t(happened);
      return isAskedFor(waits.reason.code)
        ? t(text.forAsked, { reason, todo: t(todo) })
        : t(text.forSignIn, { reason });
    }
    case "paused":
      return t(text.forPaused);
    case "decision":
      return t(text.forDecision);
  }
}

/** Whether it goes on only once the person has done something about it. */
export function needsPerson({ for: what }: Waits): boolean {
  return what.kind === "signIn" || what.kind === "decision" || (what.kind === "earlierPart" && what.refused);
}

/** Whether a person can have it tried at once, having mended the network or the credentials. */
export function canRetryWaiting({ for: what }: Waits): boolean {
  return what.kind === "network" || what.kind === "signIn";
}

/** Whether the person may end the waiting of a run: in its time to be undone, or where the decision is theirs. */
export function canSendRun({ until, waits }: Pick<QueuedRun, "until" | "waits">): boolean {
  return until !== null || waits?.for.kind === "decision";
}
