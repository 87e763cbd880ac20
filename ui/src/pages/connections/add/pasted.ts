/** An access key as it was found in a text. */
export type PastedKey = {
  /** What sets it apart from others in the same text: its profile, its user, or else its id. */
  label: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Empty where there is none. */
  sessionToken: string;
};

type Part = "accessKeyId" | "secretAccessKey" | "sessionToken";
type Found = { label: string } & Partial<Record<Part, string>>;

/** What the parts are called, in letters alone: `aws_access_key_id`, `Access key ID` and `AccessKeyId` are one. */
const NAMES: Record<string, Part> = {
  accesskeyid: "accessKeyId",
  awsaccesskeyid: "accessKeyId",
  accesskey: "accessKeyId",
  awsaccesskey: "accessKeyId",
  secretaccesskey: "secretAccessKey",
  awssecretaccesskey: "secretAccessKey",
  secretkey: "secretAccessKey",
  awssecretkey: "secretAccessKey",
  sessiontoken: "sessionToken",
  awssessiontoken: "sessionToken",
  securitytoken: "sessionToken",
  awssecuritytoken: "sessionToken",
};

/**
 * The whole access keys in a text that somebody was handed: the console's download, the blocks of a portal, a
 * credentials file, or lines that name each part. Empty where none is understood.
 */
export function pastedKeys(text: string): PastedKey[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^[#;]/.test(line));
  return whole(table(lines) ?? namedParts(lines));
}

function whole(found: Found[]): PastedKey[] {
  return found.flatMap(({ label, accessKeyId, secretAccessKey, sessionToken = "" }) =>
    accessKeyId && secretAccessKey ? [{ label: label || accessKeyId, accessKeyId, secretAccessKey, sessionToken }] : [],
  );
}

/** The rows of a table whose header names an id and a secret; nothing where the text is no table. */
function table([header = "", ...rows]: string[]): Found[] | null {
  const separator = [",", ";", "\t"].find((one) => header.includes(one));
  if (!separator) return null;
  const columns = cells(header, separator).map(lettersOf);
  const parts = columns.map((column) => NAMES[column]);
  if (!parts.includes("accessKeyId") || !parts.includes("secretAccessKey")) return null;
  return rows.map((row) => {
    const found: Found = { label: "" };
    for (const [place, cell] of cells(row, separator).entries()) {
      const part = parts[place];
      if (part) put(found, part, cell);
      else if (columns[place] === "username") found.label = cell;
    }
    return found;
  });
}

function cells(row: string, separator: string): string[] {
  // A quoted cell may hold the separator.
  const cell = new RegExp(`(?:^|${separator})\\s*("(?:[^"]|"")*"|[^${separator}]*)`, "g");
  return [...row.matchAll(cell)].map(([, content = ""]) => unquoted(content));
}

/** The parts that lines name, under the sections they stand in. */
function namedParts(lines: string[]): Found[] {
  let current: Found = { label: "" };
  const all = [current];
  function add(part: Part, value: string) {
    // The same part once more is of another key.
    if (current[part] !== undefined) {
      current = { label: "" };
      all.push(current);
    }
    put(current, part, value);
  }
  // A name that stands alone has its value on the next line.
  let alone: Part | undefined;
  for (const line of lines) {
    const section = /^\[(?:profile\s+)?([^\]]+)\]$/i.exec(line)?.[1];
    const name = NAMES[lettersOf(line.replace(/:$/, ""))];
    const [, before = "", value = ""] = LINE.exec(line) ?? [];
    const part = NAMES[lettersOf(before)];
    if (section !== undefined) {
      current = { label: unquoted(section) };
      all.push(current);
    } else if (!name) {
      if (part) add(part, value);
      else if (alone) add(alone, line);
    }
    alone = name;
  }
  return all;
}

/** `NAME=value` and `Name: value`, with what shells write before it. */
const LINE = /^(?:export\s+|setx?\s+(?:-\w+\s+)?|\$env:)?["']?([\w -]+?)["']?\s*(?:=|:|\s(?=\S+$))\s*(.+)$/i;

function put(found: Found, part: Part, value: string): void {
  const plain = unquoted(value);
  // Nothing that has a space is a part of a key, and stars stand for what is hidden.
  if (plain !== "" && !/\s|^\*+$/.test(plain)) found[part] = plain;
}

function unquoted(value: string): string {
  const plain = value.trim().replace(/[;,]$/, "").trim();
  return /^(["']).*\1$/.test(plain) ? plain.slice(1, -1).trim() : plain.replace(/["']$/, "");
}

function lettersOf(name: string): string {
  return name.replace(/[^A-Za-z]/g, "").toLowerCase();
}
