/** What the made-up Rust side says of itself to whoever helps, of updates, and of an item that is tried. */
import type { DiagnosticFile, TriedItem, UpdateState } from "../ipc/client";

export const DIAGNOSTICS: DiagnosticFile[] = [
  { name: "app.txt", kind: "app", bytes: 34, text: "Version: 0.1.0\nSystem: Debian 12\n" },
  { name: "settings.json", kind: "settings", bytes: 20, text: '{ "undoSeconds": 5 }' },
  {
    name: "housekeeper.2026-11-25.log",
    kind: "log",
    bytes: 51,
    text: "2026-11-25T12:00:00Z INFO housekeeper_lib: starting",
  },
];

export const TRIED: TriedItem = {
  item: "/blog*",
  findings: [],
  examples: [
    { path: "/blog", cleared: true, why: "itself" },
    { path: "/blog/post.html", cleared: true, why: "below" },
    { path: "/blogroll", cleared: true, why: "beginsAlike" },
    { path: "/Blog", cleared: false, why: "otherCase" },
  ],
};

export const SUPPORT_ANSWERS = {
  dismiss_crash_report: () => null,
  diagnostics: () => DIAGNOSTICS,
  save_diagnostics: () => "/home/ann/Downloads/housekeeper-diagnostics.zip",
  report_page_error: () => null,
  try_item: () => TRIED,
  check_for_update: (): UpdateState => ({ kind: "current" }),
  install_update: () => null,
};
