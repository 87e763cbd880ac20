import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { ImportOptions, ImportPreview } from "../../ipc/client";
import { importPreview, importRow } from "../../test/fake";
import { chooseFile } from "../../test/files";
import { openWindow } from "../../test/open";
import { oneImport } from "../../test/rust-side";

/** Opens the page with a file of this kind, and returns every way it was read. */
async function read(name: string, preview: (options: ImportOptions) => ImportPreview) {
  const asked: ImportOptions[] = [];
  const side = oneImport((options) => {
    asked.push(options);
    return preview(options);
  });
  openWindow("/batches/import", side.answers);
  await chooseFile(name, "x");
  await screen.findByText("What is in it");
  return { asked, side };
}

it("asks of a CSV file which column it is, and whether the first row is a header", async () => {
  const { asked } = await read("paths.csv", ({ column, hasHeader }) =>
    importPreview({ kind: "csv", columns: ["id", ""], column: column ?? 0, hasHeader: hasHeader ?? true }),
  );
  await userEvent.click(await screen.findByRole("button", { name: /^Column id/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Column 2" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "First row is a header" }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ column: 1, hasHeader: false }));
});

it("asks of a sitemap what of it is wanted, and sorts its URLs to distributions", async () => {
  const { asked, side } = await read("sitemap.xml.gz", ({ route, name }) =>
    importPreview({ kind: "sitemap", urls: true, unrouted: route ? ["old.example.com"] : [] }, [
      importRow({ name: route ? `${name} – www.example.com` : name }),
    ]),
  );
  fireEvent.change(screen.getByRole("textbox", { name: "Changed since" }), { target: { value: "2026/11/01" } });
  await userEvent.click(screen.getByRole("checkbox", { name: "Sort URLs to the distributions of their host names" }));
  expect(await screen.findByText(/old\.example\.com/)).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({ name: "sitemap", since: "2026-11-01", route: true });
  const keep = screen.getByRole("button", { name: "Import 1 batch" });
  await waitFor(() => expect(keep.getAttribute("aria-disabled")).toBeNull());
  await userEvent.click(keep);
  await waitFor(() =>
    expect(side.kept).toMatchObject([
      { options: { since: "2026-11-01", route: true }, choices: [{ name: "sitemap – www.example.com" }] },
    ]),
  );
});

it("names the sitemaps of an index, which are not fetched", async () => {
  await read("index.xml", () =>
    importPreview(
      { kind: "sitemapIndex", entries: 3_000, sitemaps: ["https://www.example.com/a.xml"], sitemapCount: 1_200 },
      [],
    ),
  );
  expect(screen.getByText("https://www.example.com/a.xml")).toBeTruthy();
  expect(screen.getByText(/The app fetches nothing from the web itself/)).toBeTruthy();
  expect(screen.getByText("1,200 of 3,000 sitemaps match")).toBeTruthy();
  expect(screen.getByText(/Only the first 1 are listed/)).toBeTruthy();
});

it("says how many problems are not listed", async () => {
  await read("ours.json", () =>
    importPreview({
      problems: [{ line: 2, column: null, kind: "noPaths", refusal: false, subject: "Empty" }],
      problemCount: 150,
    }),
  );
  expect(screen.getByText("Line 2: The batch has no paths, so it is left out. (“Empty”)")).toBeTruthy();
  expect(screen.getByText("149 more are not listed.")).toBeTruthy();
});
