/**
 * The window's only way to the Rust side, and the only file that uses the generated bindings.
 *
 * Every call either resolves with its data or throws a {@link HousekeeperError}, so that a page has one error path.
 */
import {
  type Changed,
  type CloseAsked,
  commands,
  type ErrorCode,
  events,
  type PageAsked,
  type WireError,
} from "./generated/bindings";

export type * from "./generated/bindings";
// The nouns of the pages, without the mark of the wire.
export type {
  ConnectionCheckRow as ConnectionCheck,
  NewConnectionForm as NewConnection,
  WireFinding as Finding,
  WireRule as Rule,
  WireSeverity as Severity,
  WireTarget as Target,
} from "./generated/bindings";

type Outcome<T> = { status: "ok"; data: T } | { status: "error"; error: WireError };

/** A failure as it crossed the wire: a code that a screen branches on, and what the other side said. */
export class HousekeeperError extends Error {
  readonly code: ErrorCode;
  /** What AWS, the keychain or the network said, in its own words; may be empty. */
  readonly detail: string;
  /** The missing permission, such as `cloudfront:CreateInvalidation`, where AWS named it. */
  readonly action: string | null;
  readonly resource: string | null;
  /** The least policy an administrator would grant, as JSON. */
  readonly policy: string | null;
  /** The submission that was stored before it was refused. */
  readonly submission: number | null;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = "HousekeeperError";
    this.code = wire.code;
    this.detail = wire.detail;
    this.action = wire.action;
    this.resource = wire.resource;
    this.policy = wire.policy;
    this.submission = wire.submission;
  }

  /** Anything that was thrown, or an error that came as part of an answer, as an error a screen can show. */
  static from(thrown: unknown): HousekeeperError {
    if (thrown instanceof HousekeeperError) return thrown;
    if (isWireError(thrown)) return new HousekeeperError(thrown);
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return HousekeeperError.of("unexpected", detail);
  }

  /** An error of which no more is known than this. */
  static of(code: ErrorCode, detail: string): HousekeeperError {
    const nothing = { action: null, resource: null, policy: null, submission: null };
    return new HousekeeperError({ code, message: detail, detail, ...nothing });
  }
}

function isWireError(thrown: unknown): thrown is WireError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "policy" in thrown;
}

async function unwrap<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  let settled: Outcome<T>;
  try {
    settled = await outcome;
  } catch (thrown) {
    throw HousekeeperError.from(thrown);
  }
  if (settled.status === "error") throw HousekeeperError.from(settled.error);
  return settled.data;
}

type Unwrapped<F> = F extends (...args: infer A) => Promise<Outcome<infer T>> ? (...args: A) => Promise<T> : never;

function unwrapped<A extends unknown[], T>(command: (...args: A) => Promise<Outcome<T>>): (...args: A) => Promise<T> {
  return (...args) => unwrap(command(...args));
}

const { about, ...answering } = commands;

/** Every command of the Rust side, by name; each throws a {@link HousekeeperError}. */
export const housekeeper = {
  // It cannot fail, so it answers without an outcome around it.
  about,
  ...(Object.fromEntries(Object.entries(answering).map(([name, command]) => [name, unwrapped(command as never)])) as {
    [Name in keyof typeof answering]: Unwrapped<(typeof answering)[Name]>;
  }),
};

/** Puts a connection in use. Under a name of its own: what begins with `use` is taken for a hook of React's. */
export const putInUse = housekeeper.useConnection;

/**
 * Calls `notice` for whatever changes on the Rust side by itself (a submission goes on, an invalidation completes).
 * `listening` is called once nothing is missed any more. Returns the function that ends it.
 */
export function onChanged(notice: (changed: Changed) => void, listening: () => void = () => {}): () => void {
  const stop = events.changed.listen((event) => notice(event.payload));
  stop.then(listening).catch(() => {});
  // In a plain browser there is nobody to listen to.
  return () => void stop.then((unlisten) => unlisten()).catch(() => {});
}

/** Calls `notice` when a click outside of the window asks for a page of it. Returns the function that ends it. */
export function onPageAsked(notice: (asked: PageAsked) => void): () => void {
  const stop = events.pageAsked.listen((event) => notice(event.payload));
  return () => void stop.then((unlisten) => unlisten()).catch(() => {});
}

/** Calls `notice` when the window is to be closed while something can still be undone. Returns the function that ends it. */
export function onCloseAsked(notice: (asked: CloseAsked) => void): () => void {
  const stop = events.closeAsked.listen((event) => notice(event.payload));
  return () => void stop.then((unlisten) => unlisten()).catch(() => {});
}
