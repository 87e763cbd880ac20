import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import { importPreview, importRow, wireError } from "../../test/fake";
import { chooseFile } from "../../test/files";
import { openWindow } from "../../test/open";
import { oneImport } from "../../test/rust-side";

const PATH = "/distributions/E1SHOP00000001/create";

beforeEach(() => dropDraft("practice", { kind: "distribution", id: "E1SHOP00000001" }));

const editor = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
const openModal = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Import" }));
  return within(await screen.findByRole("dialog", { name: "Import paths" }));
};
const addButton = () => screen.findByRole("button", { name: "Add to the paths" });

it("adds the lines of a file to the end of the editor", async () => {
  const preview = importPreview({ kind: "text", entries: 2, urls: true });
  const side = oneImport(() => preview, ["/{id}\n/news/*\n"]);
  openWindow(PATH, side.answers);
  fireEvent.input(await editor(), { target: { value: "/first\n" } });
  const modal = await openModal();
  await chooseFile("paths.txt", "/{id}\n/news/*");
  expect(await modal.findByText("Plain text: 2 lines.")).toBeTruthy();
  // What makes batches of it is asked where batches are made.
  expect(modal.queryByRole("checkbox")).toBeNull();
  expect(modal.queryByRole("textbox", { name: "Name" })).toBeNull();
  await userEvent.click(await addButton());
  expect(await screen.findByText("2 lines were added.")).toBeTruthy();
  expect((await editor()).value).toBe("/first\n/{id}\n/news/*");
  expect(screen.queryByRole("dialog", { name: "Import paths" })).toBeNull();
  await waitFor(() => expect(side.files[0]?.closed).toBe(true));
});

it("takes one of several batches, but none with variables", async () => {
  const rows = [
    importRow({ name: "Editions", variables: ["year"] }),
    importRow({ index: 1, name: "Front page" }),
    importRow({ index: 2, name: "Sports" }),
  ];
  const side = oneImport(() => importPreview({}, rows), ["", "/index.html", "/sports/*"]);
  openWindow(PATH, side.answers);
  const modal = await openModal();
  await chooseFile("ours.json", "{}");
  await userEvent.click(await modal.findByRole("button", { name: /^Batch Front page/ }));
  expect((await screen.findByRole("option", { name: /^Editions/ })).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(screen.getByRole("option", { name: "Sports" }));
  await userEvent.click(await addButton());
  await waitFor(async () => expect((await editor()).value).toBe("/sports/*"));
});

it("says why nothing was added, and closing it forgets the file", async () => {
  const side = oneImport(() => importPreview({ kind: "text" }));
  openWindow(PATH, {
    ...side.answers,
    import_lines: () => {
      throw wireError({ code: "invalid", detail: "The file is no longer there." });
    },
  });
  const modal = await openModal();
  await chooseFile("paths.txt", "/a");
  await userEvent.click(await addButton());
  const alert = await modal.findByRole("alert");
  expect(alert.textContent).toContain("Nothing was added");
  expect(alert.textContent).toContain("The file is no longer there.");
  await userEvent.click(modal.getByRole("button", { name: "Dismiss" }));
  await waitFor(() => expect(side.files[0]?.closed).toBe(true));
});
