import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { importPreview } from "../../test/fake";
import { chooseFile } from "../../test/files";
import { openWindow } from "../../test/open";
import { oneImport } from "../../test/rust-side";

it("adds the lines of a file to those of a batch, with braces that mean themselves", async () => {
  const side = oneImport(() => importPreview({ kind: "text" }), ["/{id}"]);
  openWindow("/batches/new", side.answers);
  const area = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Object paths" });
  fireEvent.input(area, { target: { value: "/{year}/news/*" } });
  await userEvent.click(await screen.findByRole("button", { name: "Import" }));
  await chooseFile("paths.txt", "/{id}");
  await userEvent.click(await screen.findByRole("button", { name: "Add to the paths" }));
  expect(await screen.findByText("1 line was added.")).toBeTruthy();
  expect(area.value).toBe("/{year}/news/*\n/{{id}}");
});
