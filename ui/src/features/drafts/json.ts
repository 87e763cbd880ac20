/** What stands in a JSON object; `null` where the text is anything else. */
export function objectIn(content: string): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(content));
  } catch {
    return null;
  }
}

/** A value as an object; `null` where it is anything else. */
export function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
