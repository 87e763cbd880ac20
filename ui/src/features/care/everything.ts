import type { CheckReport } from "../../ipc/client";

/** Whether a line of the editor clears the whole site. */
export function clearsEverything(report: CheckReport | null | undefined): boolean {
  return report?.counts.some(({ rule }) => rule === "everything") ?? false;
}

/** Whether what was typed is one of the names, whatever its case. */
export function isNamed(typed: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === typed.trim().toLowerCase());
}
