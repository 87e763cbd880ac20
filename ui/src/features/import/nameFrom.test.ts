import { expect, it } from "vitest";
import { nameFrom } from "./nameFrom";

it("takes what says the kind of file from its name", () => {
  expect(nameFrom("sitemap.xml.gz")).toBe("sitemap");
  expect(nameFrom("After release.txt")).toBe("After release");
  expect(nameFrom("paths.2026.CSV")).toBe("paths.2026");
});

it("leaves a name that is nothing else", () => {
  expect(nameFrom(".json")).toBe(".json");
  expect(nameFrom("paths")).toBe("paths");
});
