import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What package-lock.json says of a package. */
interface Locked {
  version: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  inBundle?: boolean;
}

/** Each of these may be handed on inside a program under another licence; MPL-2.0 for files that are unchanged. */
const LICENCES = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MPL-2.0"];

interface Lock {
  lockfileVersion: number;
  packages: Record<string, Locked>;
}

/** What is wrong with the packages of a lock file, one sentence each. */
function faults(lock: Lock): string[] {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  const hosts = new Set(packages.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).host] : [])));
  const found = hosts.size > 1 ? [`packages come from several places: ${[...hosts].join(", ")}`] : [];
  for (const [path, { resolved, integrity, license, link, inBundle }] of packages) {
    if (link) found.push(`${path} is a link, and not what was published`);
    if (resolved && !resolved.startsWith("https://")) found.push(`${path} comes from ${resolved}`);
    // A package that another one brings inside itself is under that one's sum.
    if (!inBundle && !integrity?.startsWith("sha512-")) found.push(`${path} has no sum that it is held to`);
    if (!isAllowed(license ?? "")) found.push(`${path} is under ${license ?? "no licence"}`);
  }
  return found;
}

/** Whether one of the licences of which one may choose is allowed, and all of those that hold together. */
function isAllowed(expression: string): boolean {
  return expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => LICENCES.includes(licence)));
}

describe("the packages of the pages", () => {
  const lock: Lock = JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8"));

  it("come from one place, as they were published, under licences that are known", () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(faults(lock)).toEqual([]);
  });

  it("and each fault is found", () => {
    const good: Locked = {
      version: "1.0.0",
      resolved: "https://packages.example/good.tgz",
      integrity: "sha512-x",
      license: "(MIT OR GPL-3.0-only)",
    };
    const faultsOf = (locked: Partial<Locked>) =>
      faults({
        lockfileVersion: 3,
        packages: { "node_modules/good": good, "node_modules/@a/b": { ...good, ...locked } },
      });
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ license: "GPL-3.0-only" })).toEqual(["node_modules/@a/b is under GPL-3.0-only"]);
    expect(faultsOf({ license: "MIT AND GPL-3.0-only" })).toHaveLength(1);
    expect(faultsOf({ license: undefined })).toEqual(["node_modules/@a/b is under no licence"]);
    expect(faultsOf({ integrity: undefined })).toHaveLength(1);
    expect(faultsOf({ integrity: "sha1-x" })).toHaveLength(1);
    expect(faultsOf({ link: true })).toHaveLength(1);
    expect(faultsOf({ resolved: "https://elsewhere.example/b.tgz" })).toEqual([
      "packages come from several places: packages.example, elsewhere.example",
    ]);
    expect(faultsOf({ resolved: "git+ssh://git@elsewhere.example/b.git" })).toHaveLength(2);
  });
});
