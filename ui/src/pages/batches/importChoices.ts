import type { ImportChoice, ImportRow } from "../../ipc/client";

/** What a person said of the rows of an import; what they did not touch is not in it. */
export type Said = {
  selected: ReadonlyMap<string, boolean>;
  names: ReadonlyMap<string, string>;
};

export const NOTHING_SAID: Said = { selected: new Map(), names: new Map() };

/** The same batch over other options: where they make another of it, nothing was said of that yet. */
export function rowKey({ index, name }: ImportRow): string {
  return `${index}/${name}`;
}

/** The name a row would be kept under. */
export function nameOfRow({ names }: Said, row: ImportRow): string {
  return names.get(rowKey(row)) ?? row.name;
}

/** Whether a row would be kept under another name than the file gives it. */
export function isRenamed(said: Said, row: ImportRow): boolean {
  return nameOfRow(said, row).trim() !== row.name.trim();
}

/** Whether a row is chosen: at first each that brings something. */
export function isSelected({ selected }: Said, row: ImportRow): boolean {
  return row.problem === null && (selected.get(rowKey(row)) ?? row.fate !== "same");
}

/** The chosen rows that cannot be kept under their names, and why. */
export function mistakesIn(said: Said, rows: readonly ImportRow[]): Map<number, "nameless" | "twice"> {
  const chosen = rows.filter((row) => isSelected(said, row));
  const counts = new Map<string, number>();
  for (const row of chosen) {
    const name = folded(nameOfRow(said, row));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const mistakes = new Map<number, "nameless" | "twice">();
  for (const row of chosen) {
    const name = folded(nameOfRow(said, row));
    if (name === "") mistakes.set(row.index, "nameless");
    else if ((counts.get(name) ?? 0) > 1) mistakes.set(row.index, "twice");
  }
  return mistakes;
}

/** The chosen rows as they are to be kept. */
export function choicesOf(said: Said, rows: readonly ImportRow[]): ImportChoice[] {
  return rows
    .filter((row) => isSelected(said, row))
    .map((row) => ({
      index: row.index,
      name: nameOfRow(said, row).trim(),
      // Only what was said on the screen to be replaced.
      replace: row.fate !== "new" && !isRenamed(said, row),
    }));
}

/** Names that differ only in the case of a to z are one name to the records. */
function folded(name: string): string {
  return name.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
