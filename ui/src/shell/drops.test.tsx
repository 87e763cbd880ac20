import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { importPreview } from "../test/fake";
import { openWindow } from "../test/open";
import { oneImport } from "../test/rust-side";

const files = (...all: File[]) => ({ dataTransfer: { types: ["Files"], files: all, dropEffect: "copy" } });

it("leaves the window as it is where a file is dropped beside everything that takes one", async () => {
  openWindow("/settings");
  await screen.findByRole("heading", { name: /^Settings/, level: 1 });
  // Each returns whether the browser would go on with it.
  expect(fireEvent.dragOver(document.body, files())).toBe(false);
  expect(fireEvent.drop(document.body, files())).toBe(false);
  expect(fireEvent.drop(document.body, { dataTransfer: { types: ["text/plain"] } })).toBe(true);
});

it("hands a file that is dropped on the page of the import to it", async () => {
  const side = oneImport(() => importPreview({ kind: "text", entries: 1 }));
  openWindow("/batches/import", side.answers);
  await screen.findByRole("heading", { name: /^Import batches/, level: 1 });
  fireEvent.dragOver(document.body, files());
  const zone = await screen.findByText("Drop the file here");
  fireEvent.drop(zone, files(new File(["/a"], "paths.txt")));
  expect(await screen.findByText("Plain text: 1 line.")).toBeTruthy();
  expect(side.files).toEqual([{ name: "paths.txt", text: "/a", closed: false }]);
});
