/** The rules that the folders promise: who may import whom, and where words that people read may stand. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseAst } from "vite";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

type Node = { type: string; [key: string]: unknown };
type Source = { path: string; text: string; ast: Node };

const sources: Source[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("test/") && !/\.test\.tsx?$/.test(path))
  .filter((path) => !path.startsWith("ipc/generated/"))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    return { path, text, ast: parseAst(text, { lang: "tsx" }, path) as unknown as Node };
  });

/** Calls `visit` for every node, with the nodes around it, nearest last. */
function walk(node: Node, visit: (node: Node, around: Node[]) => void, around: Node[] = []): void {
  visit(node, around);
  for (const child of Object.values(node).flat()) {
    if (child && typeof child === "object" && "type" in child) walk(child as Node, visit, [...around, node]);
  }
}

/** What a file imports: a path under src, or a package's name. */
function importsOf({ path, ast }: Source): { from: string; typeOnly: boolean }[] {
  const found: { from: string; typeOnly: boolean }[] = [];
  walk(ast, (node) => {
    const source = node.source as Node | null | undefined;
    if (!/^(Import|Export).*(Declaration|Expression)$/.test(node.type) || typeof source?.value !== "string") return;
    const from = source.value.startsWith(".")
      ? relative(ROOT, resolve(ROOT, dirname(path), source.value))
      : source.value;
    found.push({ from, typeOnly: node.importKind === "type" || node.exportKind === "type" });
  });
  return found;
}

const folderOf = (path: string) => path.split("/")[0] ?? path;

/** From each folder, the folders it may import from beside itself. */
const MAY: Record<string, string[]> = {
  "main.tsx": ["shell", "features", "common"],
  shell: ["pages", "features", "common", "messages", "ipc"],
  pages: ["features", "common", "messages", "ipc"],
  features: ["common", "messages", "ipc"],
  common: ["messages"],
  messages: [],
  ipc: [],
};

describe("imports", () => {
  it("are read from every folder", () => {
    expect(new Set(sources.map(({ path }) => folderOf(path)))).toEqual(new Set(Object.keys(MAY)));
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it("go from shell to pages to features to common, and ipc is asked from those above alone", () => {
    const wrong = sources.flatMap((source) => {
      const folder = folderOf(source.path);
      return importsOf(source)
        .filter(({ from }) => folderOf(from) in MAY && folderOf(from) !== folder)
        .filter(({ from, typeOnly }) => {
          // The catalogue knows the codes and the rules it has sentences for, by their types.
          const named = folder === "messages" && from === "ipc/client" && typeOnly;
          return !named && !MAY[folder]?.includes(folderOf(from));
        })
        .map(({ from }) => `${source.path} → ${from}`);
    });
    expect(wrong).toEqual([]);
  });

  it("of one page stay out of the others", () => {
    const pageOf = (path: string) => path.split("/").slice(0, 2).join("/");
    const wrong = sources
      .filter(({ path }) => path.startsWith("pages/"))
      .flatMap((source) =>
        importsOf(source)
          .filter(({ from }) => from.startsWith("pages/") && pageOf(from) !== pageOf(source.path))
          .map(({ from }) => `${source.path} → ${from}`),
      );
    expect(wrong).toEqual([]);
  });

  it("reach the bindings through the client, and Tauri through the bindings", () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter(({ from }) => from.startsWith("ipc/generated") || from.startsWith("@tauri-apps/"))
        .filter(() => source.path !== "ipc/client.ts")
        .map(({ from }) => `${source.path} → ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("of common know neither the router nor the questions asked", () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith("common/"))
      .flatMap((source) => importsOf(source).map(({ from }) => `${source.path} → ${from}`))
      .filter((found) => /react-router|react-query/.test(found));
    expect(wrong).toEqual([]);
  });
});

/** Letters that make a word or more, as people read them: a capital first, or a space between words. */
const PROSE = /^\s*\p{Lu}\p{Ll}+(?!\p{L})|\p{L}{2,}\s+\p{L}{2,}/u;

/** Attributes whose text nobody reads: names of styles, kinds and addresses. */
const NOT_READ = /^(class(Name)?|key|id|type|variant|href|to|style|iconName|rel|d|stickyHeader)$/;

/** Whether a text's place is one that nobody reads. */
function isUnread(around: Node[]): boolean {
  const [outer, inner] = around.slice(-2);
  const attribute = around.findLast(({ type }) => type === "JSXAttribute")?.name as Node | undefined;
  if (attribute && NOT_READ.test(String(attribute.name))) return true;
  if (inner && /^(Import|Export|TS)/.test(inner.type)) return true;
  // What is compared is a value of the wire.
  if (inner?.type === "BinaryExpression") return true;
  // What a programmer's mistake says never reaches a person in a sentence of ours.
  return inner?.type === "NewExpression" || (inner?.type === "TemplateLiteral" && outer?.type === "NewExpression");
}

describe("words", () => {
  it("that people read stand in the catalogue alone", () => {
    const found: string[] = [];
    for (const { path, ast } of sources) {
      if (path.startsWith("messages/")) continue;
      walk(ast, (node, around) => {
        const text =
          node.type === "JSXText" || (node.type === "Literal" && typeof node.value === "string")
            ? String(node.value)
            : node.type === "TemplateElement"
              ? String((node.value as { raw: string }).raw)
              : "";
        if (!PROSE.test(text) || isUnread(around)) return;
        found.push(`${path}: ${text.trim()}`);
      });
    }
    expect(found).toEqual([]);
  });
});

describe("messages", () => {
  it("are all used", () => {
    const used = sources
      .filter(({ path }) => !path.startsWith("messages/"))
      .map(({ text }) => text)
      .join("\n");
    const unused = sources
      .filter(({ path }) => path.startsWith("messages/") && !/(rules|errors|importProblems|index)\.ts$/.test(path))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}(\w+): \{/gm)].map(([, key]) => key ?? ""))
      .filter((key) => !new RegExp(`\\.${key}\\b|"${key}"`).test(used));
    expect(unused).toEqual([]);
  });
});

describe("files", () => {
  it("are small enough to be read at once", () => {
    expect(sources.filter(({ text }) => text.split("\n").length > 260).map(({ path }) => path)).toEqual([]);
  });
});
