import { colourOf } from "../../features/colours/colours";
import { asObject, objectIn } from "../../features/drafts/json";
import type { BatchForm, NamedTarget, Target, Variable, VariableKind } from "../../ipc/client";

/** What stands in the form of a batch. */
export type BatchDraft = Omit<BatchForm, "targets"> & { targets: NamedTarget[] };

/** An empty form. */
export const EMPTY: BatchDraft = {
  name: "",
  description: "",
  text: "",
  variables: [],
  targets: [],
  favourite: false,
  labels: [],
  colour: "none",
};

/** The form of a batch as the records keep it over a restart. */
export function batchContent(form: BatchDraft): string {
  // One by one, because more may come with what is saved.
  const { name, description, text, variables, targets, favourite, labels, colour } = form;
  return JSON.stringify({ name, description, text, variables, targets, favourite, labels, colour });
}

/** The form of a batch from the records; `null` where they have something else. */
export function batchDraftOf(content: string): BatchDraft | null {
  const found = objectIn(content);
  if (!found || typeof found.text !== "string") return null;
  return {
    name: textOf(found.name),
    description: textOf(found.description),
    text: found.text,
    variables: listOf(found.variables, variableOf),
    targets: listOf(found.targets, targetOf),
    favourite: found.favourite === true,
    // A draft of before there were these has none.
    labels: textsOf(found.labels),
    colour: colourOf(found.colour),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What of a list is as it should be. */
function listOf<T>(value: unknown, one: (entry: Record<string, unknown>) => T | null): T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const object = asObject(entry);
    return (object && one(object)) ?? [];
  });
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function variableOf({ name, hint, kind, default: first }: Record<string, unknown>): Variable | null {
  const ofKind = kindOf(asObject(kind));
  if (typeof name !== "string" || !ofKind) return null;
  return { name, hint: textOf(hint), kind: ofKind, default: textsOf(first) };
}

function kindOf(found: Record<string, unknown> | null): VariableKind | null {
  switch (found?.kind) {
    case "text":
    case "date":
      return { kind: found.kind };
    case "oneOf":
    case "manyOf":
      return { kind: found.kind, choices: textsOf(found.choices) };
    default:
      return null;
  }
}

function targetOf(found: Record<string, unknown>): NamedTarget | null {
  const target = idOf(asObject(found.target));
  if (typeof found.connection !== "string" || !target) return null;
  const nameOf = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    connection: found.connection,
    connectionName: nameOf(found.connectionName),
    target,
    targetName: nameOf(found.targetName),
  };
}

function idOf(found: Record<string, unknown> | null): Target | null {
  if (!found || typeof found.id !== "string") return null;
  if (found.kind !== "distribution" && found.kind !== "tenant") return null;
  return { kind: found.kind, id: found.id };
}
