import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";
import type { Text } from "../../common/text";
import type { WaitsFor } from "../../ipc/client";
import { canRetryWaiting, canSendRun, needsPerson, waitsSentence } from "./waits";

const t = createIntl({ locale: "en", defaultLocale: "en" }).formatMessage as Text;
const room = { kind: "room", wildcards: true, files: 3_000, wildcardsInProgress: 15, others: true } as const;
const signIn = { kind: "signIn", reason: { code: "credentialsRejected", detail: "" } } as const;
const refusedPart = { kind: "earlierPart", submission: 3, refused: true } as const;

describe("what is waited for", () => {
  it.each<[WaitsFor, string]>([
    [{ kind: "turn" }, "Waits for its turn: an account’s invalidations are sent one after the other."],
    [
      room,
      "Waits for room: CloudFront works on 15 wildcards of this distribution, some of them not sent from this app.",
    ],
    [
      { ...room, wildcards: false, others: false },
      "Waits for room: CloudFront works on 3,000 files and tags of this distribution.",
    ],
    [{ kind: "pace" }, "Waits because AWS asked for a slower pace."],
    [{ kind: "network" }, "Waits for the network: CloudFront could not be reached. It is tried again by itself."],
    [{ ...refusedPart, refused: false }, "Waits until an earlier part of the same run is settled."],
    [refusedPart, "Waits for you: an earlier part was refused. Retry that part, or take back the rest with Undo."],
    [
      signIn,
      "Waits for you: AWS did not accept the credentials. Correct it under Connections, then choose Retry or Resume queue.",
    ],
    [
      { kind: "signIn", reason: { code: "mfaCodeWanted", detail: "" } },
      "Waits for you: A code of your MFA device is needed. Have the device at hand and enter the code that it shows now.",
    ],
    [{ kind: "paused" }, "Waits because the queue is paused."],
    [
      { kind: "decision" },
      "Waits for you: it is more than 12 hours old, or comes from a restored backup. Choose Send now or Undo.",
    ],
  ])("is said in a sentence: %o", (waits, sentence) => {
    expect(waitsSentence(t, waits)).toBe(sentence);
  });

  it("decides what a person can do, and must", () => {
    const about = null;
    expect([signIn, refusedPart, room].map((what) => needsPerson({ for: what, about }))).toEqual([true, true, false]);
    expect([signIn, refusedPart].map((what) => canRetryWaiting({ for: what, about }))).toEqual([true, false]);
    expect(canSendRun({ until: "2026-11-22T10:15:30Z", waits: null })).toBe(true);
    expect(canSendRun({ until: null, waits: { for: { kind: "decision" }, about } })).toBe(true);
    expect(canSendRun({ until: null, waits: { for: room, about } })).toBe(false);
  });
});
