/** What an import finds, for looking at its page: the end of the file's name says what it is. */
import type { ImportOptions, ImportPreview } from "../ipc/client";
import { type Answers, batchRow, importPreview, importRow } from "./fake";

const PREVIEWS: Record<string, (options: ImportOptions) => ImportPreview> = {
  json: () =>
    importPreview({ entries: 5 }, [
      importRow({ fate: "replaces", description: "After each edition", targets: batchRow({}).targets }),
      importRow({ index: 1, name: "Sports", variables: ["season", "league"], lostTargets: 2 }),
      importRow({
        index: 2,
        name: "sports",
        items: 1200,
        first: ["/a-rather-long-path/that/goes/on/and/on/for/ever/*"],
      }),
      importRow({ index: 3, name: "Press", fate: "same" }),
      importRow({ index: 4, name: "Empty", items: 0, first: [], problem: "It has no lines." }),
    ]),
  csv: ({ name }) =>
    importPreview(
      {
        kind: "csv",
        entries: 312,
        columns: ["id", "path", ""],
        column: 1,
        hasHeader: true,
        problems: [
          { line: 17, column: null, kind: "noColumn", refusal: false, subject: "42" },
          { line: 90, column: 4, kind: "longLine", refusal: false, subject: "/very/long" },
        ],
        problemCount: 240,
      },
      [importRow({ name, items: 72 })],
    ),
  xml: ({ name, route }) =>
    importPreview(
      { kind: "sitemap", entries: 4210, urls: true, unrouted: route ? ["old.example.com"] : [] },
      route
        ? [importRow({ name: `${name} – www.example.com`, items: 4000, targets: batchRow({}).targets })]
        : [importRow({ name, items: 4210 })],
    ),
  txt: () =>
    importPreview(
      {
        kind: "unreadable",
        problems: [{ line: 3, column: 7, kind: "notUtf8", refusal: true, subject: "" }],
        problemCount: 1,
      },
      [],
    ),
};

let ending = "";

export const importAnswers: Answers = {
  import_open: ({ name }: { name: string }) => {
    ending = name.split(".").at(-1) ?? "";
    return 1;
  },
  import_chunk: () => new Promise((resolve) => setTimeout(() => resolve(0), 500)),
  import_read: ({ options }: { options: ImportOptions }) =>
    PREVIEWS[ending]?.(options) ?? importPreview({ kind: "text", entries: 2 }),
  import_lines: () => "/index.html\n/news/*",
  import_keep: ({ choices }: { choices: unknown[] }) => ({ added: choices.length, replaced: 0 }),
  import_close: () => null,
  export_batches: ({ format }: { format: string }) => ({
    fileName: `front-page.${format}`,
    content: JSON.stringify({ format: "housekeeper-batches", version: 1, batches: [{ name: "Front page" }] }, null, 2),
    whole: format !== "text",
  }),
};
