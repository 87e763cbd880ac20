import type { Target } from "../../ipc/client";

/** Something that the palette leads to. */
export type Entry = {
  /** Its own among all of them. */
  id: string;
  label: string;
  /** What tells it from others of the same name. */
  detail?: string;
  /** Keys that do the same. */
  keys?: "create" | "refresh" | "help" | "shortcuts";
  /** What happens when it is chosen; the palette closes before, unless it is to stay. */
  act: () => void;
  stays?: true;
};

/** Entries under one heading. */
export type Group = { id: string; title: string; entries: Entry[] };

/** What is wanted of what is chosen: to go there, or to create an invalidation on it. */
export type Wanted = "go" | "create";

/** The target whose page is shown, if any. */
export function shownTarget(pathname: string): Target | null {
  const found = /^\/(distributions|tenants)\/([^/]+)/.exec(pathname);
  const id = found?.[2];
  if (!id) return null;
  return { kind: found[1] === "tenants" ? "tenant" : "distribution", id: decoded(id) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An invalidation's id, if that is what was typed; CloudFront's begin with an I and have capitals and digits. */
export function invalidationIdIn(typed: string): string | null {
  const id = typed.trim().toUpperCase();
  return /^I[A-Z0-9]{9,39}$/.test(id) && /\d/.test(id) ? id : null;
}
