import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { ImportOptions } from "../../ipc/client";
import { importPreview, importRow, wireError } from "../../test/fake";
import { chooseFile } from "../../test/files";
import { openWindow } from "../../test/open";
import { oneImport } from "../../test/rust-side";

const button = (name: string) => screen.findByRole("button", { name });
const row = async (name: string) => {
  const found = (await screen.findByRole("textbox", { name: `Name of ${name}` })).closest("tr");
  if (!found) throw new Error("no row");
  return within(found);
};

it("is reached from the saved batches, shows what is in a file, and keeps what is chosen", async () => {
  const rows = [
    importRow({ index: 0, name: "Front page", fate: "replaces" }),
    importRow({ index: 1, name: "Sports", variables: ["year"], lostTargets: 1 }),
    importRow({ index: 2, name: "Press", fate: "same" }),
    importRow({ index: 3, name: "Broken", problem: "It has no lines." }),
  ];
  const side = oneImport(() => importPreview({}, rows));
  openWindow("/batches", side.answers);
  await userEvent.click(await button("Import"));
  await chooseFile("ours.json", "{}");
  expect(await screen.findByText("Housekeeper’s own file: 4 batches.")).toBeTruthy();
  expect(document.activeElement?.textContent).toBe("What is in it");
  expect(side.files).toEqual([{ name: "ours.json", text: "{}", closed: false }]);
  expect((await row("Front page")).getByText("Replaces the batch of this name")).toBeTruthy();
  expect((await row("Sports")).getByText(/1 target is left out/)).toBeTruthy();
  const isChecked = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name: `Select ${name}` });
  expect(isChecked("Front page").checked).toBe(true);
  expect(isChecked("Press").checked).toBe(false);
  expect(isChecked("Broken").disabled).toBe(true);
  expect(screen.getByText("It has no lines.")).toBeTruthy();

  const name = screen.getByRole("textbox", { name: "Name of Sports" });
  fireEvent.change(name, { target: { value: "Sport" } });
  await userEvent.click(await button("Import 2 batches"));
  expect(await screen.findByText("1 batch was added, 1 was replaced.")).toBeTruthy();
  expect(side.kept).toMatchObject([
    {
      id: 1,
      options: { name: "ours", route: false },
      choices: [
        { index: 0, name: "Front page", replace: true },
        { index: 1, name: "Sport", replace: false },
      ],
    },
  ]);
  await screen.findByRole("link", { name: "Front page" });
  await waitFor(() => expect(side.files[0]?.closed).toBe(true));
});

it("refuses a file with the sentence and its place, and the next one closes it", async () => {
  const side = oneImport(() =>
    importPreview(
      {
        kind: "unreadable",
        problems: [{ line: 3, column: 7, kind: "badJson", refusal: true, subject: "" }],
        problemCount: 1,
      },
      [],
    ),
  );
  openWindow("/batches/import", side.answers);
  await chooseFile("broken.json", "{");
  expect(
    await screen.findByText("Line 3, column 7: This is not valid JSON. Correct it and import it again."),
  ).toBeTruthy();
  expect(screen.queryByText("Batches in the file")).toBeNull();
  await chooseFile("other.json", "[]");
  await waitFor(() => expect(side.files.map(({ closed }) => closed)).toEqual([true, false]));
});

it("says why a file was not taken", async () => {
  const side = oneImport(() => importPreview({}));
  openWindow("/batches/import", {
    ...side.answers,
    import_chunk: () => {
      throw wireError({ code: "invalid", detail: "The file is larger than 64 MiB." });
    },
  });
  await chooseFile("large.txt", "/a");
  expect((await screen.findByRole("alert")).textContent).toContain("The file is larger than 64 MiB.");
  expect(side.files[0]?.closed).toBe(true);
});

it("is stopped while the file is sent, and forgotten", async () => {
  const side = oneImport(() => importPreview({}));
  let answer = (_: number) => {};
  openWindow("/batches/import", {
    ...side.answers,
    import_chunk: () => new Promise<number>((resolve) => (answer = resolve)),
  });
  await chooseFile("paths.txt", "/a");
  await userEvent.click(await button("Stop"));
  expect(side.files[0]?.closed).toBe(true);
  answer(2);
  await waitFor(() => expect(screen.queryByRole("button", { name: "Stop" })).toBeNull());
  expect(screen.queryByText("What is in it")).toBeNull();
});

it("is forgotten when the page is left", async () => {
  const side = oneImport(() => importPreview({}));
  openWindow("/batches/import", side.answers);
  await chooseFile("ours.json", "{}");
  await userEvent.click(await button("Cancel"));
  await screen.findByRole("link", { name: "Front page" });
  expect(side.files[0]?.closed).toBe(true);
});

it("marks two of one name, and waits until that is corrected", async () => {
  const side = oneImport(() =>
    importPreview({}, [importRow({ name: "News" }), importRow({ index: 1, name: "news " })]),
  );
  openWindow("/batches/import", side.answers);
  await chooseFile("ours.json", "{}");
  expect(await screen.findAllByText("Two of the chosen have this name.")).toHaveLength(2);
  expect((await button("Import 2 batches")).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(screen.getByRole("checkbox", { name: /^Select news/ }));
  expect(screen.queryByText("Two of the chosen have this name.")).toBeNull();
  fireEvent.change(screen.getByRole("textbox", { name: "Name of News" }), { target: { value: " " } });
  expect(screen.getByText("Give it a name.")).toBeTruthy();
});

it("reads a pasted text, and anew with other options; an older answer never covers a newer one", async () => {
  const asked: ImportOptions[] = [];
  const waiting = new Map<string, (preview: ReturnType<typeof importPreview>) => void>();
  const side = oneImport((options) => {
    asked.push(options);
    const preview = importPreview({ kind: "sitemap", entries: 9, urls: true }, [importRow({ name: options.name })]);
    if (options.prefix === "") return preview;
    return new Promise((resolve) => waiting.set(options.prefix, resolve));
  });
  openWindow("/batches/import", side.answers);
  expect((await button("Read pasted text")).getAttribute("aria-disabled")).toBe("true");
  fireEvent.input(screen.getByRole("textbox", { name: "Paste paths or URLs" }), { target: { value: "<urlset/>" } });
  await userEvent.click(await button("Read pasted text"));
  expect(await screen.findByText("A sitemap: 9 URLs.")).toBeTruthy();
  expect(side.files).toEqual([{ name: "", text: "<urlset/>", closed: false }]);
  expect(asked[0]).toEqual({
    name: "Pasted list",
    column: null,
    hasHeader: null,
    prefix: "",
    since: null,
    route: false,
  });

  const prefix = screen.getByRole("textbox", { name: "Only paths that begin with" });
  fireEvent.change(prefix, { target: { value: "/a" } });
  await waitFor(() => expect(waiting.has("/a")).toBe(true));
  expect((await button("Import 1 batch")).getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(prefix, { target: { value: "/b" } });
  await waitFor(() => expect(waiting.has("/b")).toBe(true));
  waiting.get("/b")?.(importPreview({ kind: "sitemap", entries: 2 }));
  expect(await screen.findByText("A sitemap: 2 URLs.")).toBeTruthy();
  waiting.get("/a")?.(importPreview({ kind: "sitemap", entries: 1 }));
  await waitFor(async () => expect((await button("Import 1 batch")).getAttribute("aria-disabled")).toBeNull());
  expect(screen.getByText("A sitemap: 2 URLs.")).toBeTruthy();
});

it("says that nothing was imported where it was refused, and why", async () => {
  const side = oneImport(() => importPreview({ callerReference: "release-7" }));
  openWindow("/batches/import", {
    ...side.answers,
    import_keep: () => {
      throw wireError({ code: "invalid", detail: "There is a batch named Front page." });
    },
  });
  await chooseFile("ours.json", "{}");
  expect(await screen.findByText(/release-7/)).toBeTruthy();
  await userEvent.click(await button("Import 1 batch"));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Nothing was imported");
  expect(alert.textContent).toContain("There is a batch named Front page.");
});
