import type { Asked, ConnectionRow, ErrorCode } from "../../ipc/client";

/** Something that connections ask of the person, once for all that ask for the same. */
export type Asking = {
  /** The same as long as the same is asked. */
  key: string;
  what: Asked;
  /** Whom it is asked for: one connection, or the one that several are based on. */
  connection: string;
  /** The program's command or the device's serial number; may be empty. */
  detail: string;
  /** The connections that wait for it. */
  from: ConnectionRow[];
};

/** What a connection asks for; `null` where it goes on by itself. */
export function askingOf(connection: ConnectionRow | undefined): Asking | null {
  if (connection?.session.kind !== "asks") return null;
  const { what, connection: whom, detail } = connection.session;
  // Not the detail alone: another program, or another device, is another question.
  return { key: [what, whom, detail].join("/"), what, connection: whom, detail, from: [connection] };
}

/** What all of them ask for, each thing once. */
export function askingsOf(all: readonly ConnectionRow[]): Asking[] {
  const found = new Map<string, Asking>();
  for (const connection of all) {
    const asking = askingOf(connection);
    if (!asking) continue;
    const same = found.get(asking.key);
    if (same) same.from.push(connection);
    else found.set(asking.key, asking);
  }
  return [...found.values()];
}

/** The failures that are over once the person has done what the session asks for. */
const ASKED_FOR: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "accessKeyWanted",
  "mfaCodeWanted",
  "portalSignInEnded",
  "portalSignInWanted",
  "programNotAgreed",
]);

/** Whether a failure is over once the person has done what the session asks for. */
export function isAskedFor(code: ErrorCode): boolean {
  return ASKED_FOR.has(code);
}
