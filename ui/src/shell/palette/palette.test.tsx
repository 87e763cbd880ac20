import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type Answers, distribution, listed, submissionRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";

const ROWS = [distribution({ nickname: "Shop" }), distribution({ id: "E2NEWS", aliases: ["news.example.com"] })];

const answers: Answers = {
  distributions: ({ query }: { query: { filter: string } }) =>
    listed(ROWS.filter((row) => JSON.stringify(row).toLowerCase().includes(query.filter.toLowerCase()))),
  batches: ({ query }: { query: { filter: string } }) =>
    query.filter === "" ? { total: 0, matching: 0, rows: [] } : { total: 0, matching: 0, rows: [] },
};

async function open(more: Answers = {}) {
  openWindow("/distributions", { ...answers, ...more });
  await screen.findByRole("heading", { name: /^Distributions/ });
}

async function search() {
  await userEvent.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: /^Find a distribution/ });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return field;
}

const active = (field: HTMLElement) =>
  document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";

describe("the search", () => {
  it("finds a distribution by its keys alone, and opens it", async () => {
    await open();
    const field = await search();
    await userEvent.type(field, "news");
    await waitFor(() => expect(active(field)).toContain("news.example.com"));
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/distributions/E2NEWS"));
    expect(screen.queryByRole("combobox", { name: /^Find a distribution/ })).toBeNull();
  });

  it("goes through what it found with the arrows, Home and End, and gives the keyboard back", async () => {
    await open();
    const button = screen.getByRole("button", { name: "Add by ID" });
    button.focus();
    const field = await search();
    await waitFor(() => expect(active(field)).toContain("Shop"));
    await userEvent.keyboard("{ArrowDown}");
    expect(active(field)).toContain("news.example.com");
    await userEvent.keyboard("{End}");
    expect(active(field)).toBe("Show the welcome");
    await userEvent.keyboard("{ArrowDown}");
    expect(active(field)).toContain("Shop");
    const chosen = screen.getAllByRole("option", { selected: true });
    expect(chosen.length).toBe(1);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it("asks for the distribution an invalidation is to be created on", async () => {
    await open();
    const field = await search();
    await userEvent.type(field, "create inv");
    await waitFor(() => expect(active(field)).toContain("Create invalidation on"));
    await userEvent.keyboard("{Enter}");
    const choice = await screen.findByRole("combobox", { name: /^Find the distribution/ });
    await userEvent.type(choice, "shop{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/distributions/E1SHOP00000001/create"));
  });

  it("finds what this app sent by its caller reference", async () => {
    const row = submissionRow({ id: 12, name: "autumn", callerReference: "autumn-20261122T101530Z-aa" });
    await open({ activity: () => ({ total: 2, rows: [submissionRow({}), row] }) });
    const field = await search();
    await userEvent.type(field, "20261122T101530Z-aa");
    expect(await screen.findByRole("option", { name: /autumn/ })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("option", { name: /spring-sale/ })).toBeNull());
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/activity/12"));
  });

  it("says what could not be searched, and that nothing fits", async () => {
    await open({
      batches: () => {
        throw wireError({ code: "records", detail: "the disk is full" });
      },
    });
    const field = await search();
    await userEvent.type(field, "zzz");
    expect(await screen.findByText(/Nothing fits “zzz”/)).toBeTruthy();
    expect(screen.getByText(/Not everything could be searched/)).toBeTruthy();
  });

  it("does not open over what asks something, and closes as the window is locked", async () => {
    let isLocked = false;
    await open({ locked: () => isLocked });
    await userEvent.click(screen.getByRole("button", { name: "Add by ID" }));
    const dialog = await screen.findByRole("dialog", { name: "Add by ID" });
    await userEvent.keyboard("{Control>}k{/Control}");
    expect(screen.queryByRole("combobox", { name: /^Find/ })).toBeNull();
    await userEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
    await search();
    isLocked = true;
    await tell({ kind: "locked" });
    await screen.findByRole("dialog", { name: "Locked" });
    await waitFor(() => expect(screen.queryByRole("combobox", { name: /^Find/, hidden: true })).toBeNull());
    await userEvent.keyboard("{Control>}k{/Control}");
    expect(screen.queryByRole("combobox", { name: /^Find/, hidden: true })).toBeNull();
  });
});
