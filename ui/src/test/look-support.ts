/** Development only: diagnostics with a long log, a crash (`?crash`), updates (`?update=…`), and items to be tried. */
import type { TriedExample, TriedItem, UpdateState } from "../ipc/client";
import type { Answers } from "./fake";
import { DIAGNOSTICS } from "./fake-support";

const asked = new URLSearchParams(window.location.search);
const line = (at: number) =>
  `2026-11-25T12:${String(at % 60).padStart(2, "0")}:00Z INFO housekeeper_engine::track: submission ${at} is completed`;
const LOG = Array.from({ length: 4_000 }, (_, at) => line(at)).join("\n");

/** A simple idea of what an item clears: the practice account and the Rust side know better. */
function tried(text: string): TriedItem {
  const item = text.trim().startsWith("#") ? text.trim() : `/${text.trim().replace(/^\//, "")}`;
  if (item.slice(0, -1).includes("*")) {
    const rule = "wildcardInside";
    const finding = {
      line: 1,
      rule,
      severity: "error",
      subject: item,
      becomes: null,
      otherLine: null,
      fix: null,
    } as const;
    return { item: null, findings: [{ ...finding, source: "" }], examples: [] };
  }
  const wild = item.endsWith("*");
  const stem = wild ? item.slice(0, -1) : item;
  const examples: TriedExample[] = [
    { path: stem, cleared: true, why: "itself" },
    { path: `${stem}?id=7`, cleared: wild, why: "query" },
    { path: `${stem}/a-rather-long-name-of-a-page-below-it.html`, cleared: wild, why: "below" },
    { path: `${stem}-old`, cleared: wild, why: "beginsAlike" },
    { path: stem.toUpperCase(), cleared: false, why: "otherCase" },
  ];
  return { item, findings: [], examples };
}

const UPDATES: Record<string, UpdateState> = {
  current: { kind: "current" },
  available: { kind: "available", version: "0.2.0", notes: "Quicker starts.\nA path is tried in the help." },
};

export const supportAnswers: Answers = {
  diagnostics: () => [
    ...DIAGNOSTICS.slice(0, 2),
    { name: "housekeeper.2026-11-25.log", kind: "log", bytes: LOG.length, text: LOG },
  ],
  try_item: ({ text }: { text: string }) => tried(text),
  check_for_update: () => UPDATES[asked.get("update") ?? ""] ?? { kind: "notOffered" },
  install_update: () => new Promise(() => {}),
  about: () => ({
    version: "0.1.0",
    dataFolder: "/home/ann/.local/share/housekeeper",
    practiceSpeed: 1,
    startupProblem: null,
    startupNotice: null,
    firstStart: false,
    crashReport: asked.has("crash")
      ? { at: "2026-11-24T08:30:00Z", text: "thread 'main' panicked at src-tauri/lib.rs:31\n".repeat(12) }
      : null,
  }),
};
