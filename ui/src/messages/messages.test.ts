import { createIntl, type MessageDescriptor } from "react-intl";
import { describe, expect, it } from "vitest";
import { rules } from "./rules";

const files = import.meta.glob<Record<string, unknown>>(["./*.ts", "!./*.test.ts", "!./index.ts"], { eager: true });

/** Every message in a value of any depth. */
function messagesIn(value: unknown): MessageDescriptor[] {
  if (typeof value !== "object" || value === null) return [];
  if ("defaultMessage" in value) return [value as MessageDescriptor];
  return Object.values(value).flatMap(messagesIn);
}

const all = Object.values(files).flatMap(messagesIn);

/** A value for every place-holder of a message. */
function valuesFor({ defaultMessage }: MessageDescriptor): Record<string, number> {
  return Object.fromEntries([...String(defaultMessage).matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, 2]));
}

describe("the catalogue", () => {
  it("has all its files", () => {
    expect(Object.keys(files).length).toBeGreaterThan(8);
    expect(all.length).toBeGreaterThan(250);
  });

  it("has each id once, under its file's name", () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(\.[a-zA-Z]+)+$/);
  });

  it("has only messages that can be formatted", () => {
    const broken: unknown[] = [];
    const intl = createIntl({ locale: "en", defaultLocale: "en", onError: (error) => broken.push(error) });
    for (const message of all) expect(intl.formatMessage(message, valuesFor(message))).not.toBe("");
    expect(broken).toEqual([]);
  });
});

describe("the rules", () => {
  const intl = createIntl({ locale: "en", defaultLocale: "en" });

  it("say less where a fact about the distribution is not known", () => {
    for (const rule of [rules.foreignHost, rules.tagsNotEnabled]) {
      for (const message of [rule.title, rule.why]) {
        const sure = intl.formatMessage(message, { sure: "yes", subject: "S" });
        const unsure = intl.formatMessage(message, { sure: "no", subject: "S" });
        expect(sure).not.toBe(unsure);
      }
    }
  });
});
