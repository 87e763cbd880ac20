import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** The relative luminance of a colour, as WCAG defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it("every colour of a connection stands out from the surfaces of light and of dark", () => {
  const css = readFileSync(join(import.meta.dirname, "connection.css"), "utf8");
  const colours = [...css.matchAll(/--hk-connection-(\w+): (#[0-9a-f]{6});/g)];
  expect(colours.map(([, name]) => name).sort()).toEqual(["blue", "green", "grey", "orange", "purple", "red"]);
  for (const [, name, colour = ""] of colours) {
    // White, and the surfaces of Cloudscape's dark mode and of the bar.
    for (const surface of ["#ffffff", "#161d26", "#0f141a", "#1b232d"]) {
      expect(contrast(colour, surface), `${name} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  }
});
