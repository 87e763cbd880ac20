import type { Variable, VariableKind } from "../../ipc/client";

/** The values of a run, by the variables' names. */
export type Values = Record<string, string[]>;

/** The variables of a text, in its order: those that are known as they are, others as a plain text. */
export function variablesOf(names: readonly string[], known: readonly Variable[]): Variable[] {
  return names.map(
    (name) =>
      known.find((variable) => variable.name === name) ?? { name, hint: "", kind: { kind: "text" }, default: [] },
  );
}

/** The choices of a kind, without what is empty or there twice; `[]` where there is nothing to choose from. */
export function choicesOf(kind: VariableKind): string[] {
  if (!("choices" in kind)) return [];
  return [...new Set(kind.choices.map((choice) => choice.trim()).filter((choice) => choice !== ""))];
}

/** A variable as it is stored: the choices without empty lines, and no default that cannot be chosen. */
export function tidied(variable: Variable): Variable {
  const { kind } = variable;
  if (!("choices" in kind)) return { ...variable, default: valid(variable, variable.default) };
  const choices = choicesOf(kind);
  return { ...variable, kind: { ...kind, choices }, default: valid(variable, variable.default) };
}

/** What of these values the variable takes. */
export function valid({ kind }: Variable, values: readonly string[]): string[] {
  const given = values.filter((value) => value !== "");
  if (kind.kind === "date") return given.filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(value));
  if (!("choices" in kind)) return given;
  const choices = choicesOf(kind);
  return given.filter((value) => choices.includes(value));
}

/** What a run begins with: what its last one had where that still holds, else the default. */
export function firstValues(variables: readonly Variable[], last: Values): Values {
  return Object.fromEntries(
    variables.map((variable) => {
      const before = valid(variable, last[variable.name] ?? []);
      return [variable.name, before.length > 0 ? before : valid(variable, variable.default)];
    }),
  );
}
