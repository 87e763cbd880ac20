import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { report, submissionRow } from "../../test/fake";
import { openWindow } from "../../test/open";

const opened = () => screen.findByRole("heading", { name: /^Distributions/ });

/** The editor, over checks that ask for a name before a wildcard of everything. */
async function editor() {
  const sent: string[] = [];
  openWindow("/distributions/E1SHOP00000001/create", {
    check_items: ({ text }: { text: string }) =>
      report({ wide: text === "/*" ? [{ item: "/*", clears: 9, known: 9 }] : [] }),
    submit: ({ text }: { text: string }) => {
      sent.push(text);
      return submissionRow({});
    },
  });
  const area = await screen.findByRole("textbox", { name: "Add object paths" });
  /** Types a text and presses the keys at once. */
  const dash = (value: string) => {
    fireEvent.input(area, { target: { value } });
    fireEvent.keyDown(area, { key: "Enter", ctrlKey: true });
  };
  return { sent, dash };
}

it("creates the invalidation as the button does, once the checks know what was typed last", async () => {
  const { sent, dash } = await editor();
  const button = screen.getByRole("button", { name: "Create invalidation" });
  expect(button.getAttribute("aria-keyshortcuts")).toBe("Control+Enter");
  expect(screen.getByText("Ctrl+Enter")).toBeTruthy();
  dash("/news");
  expect(sent).toEqual([]);
  await waitFor(() => expect(sent).toEqual(["/news"]));
});

it("asks what the button asks, however quick the keys are", async () => {
  const { sent, dash } = await editor();
  dash("/*");
  const named = await screen.findByRole("textbox", { name: /^Type/ });
  fireEvent.keyDown(named, { key: "Enter", ctrlKey: true });
  expect(sent).toEqual([]);
});

it("reads the page anew in place of the window, whatever is open, and begins something new", async () => {
  const reads: boolean[] = [];
  openWindow("/distributions/E1SHOP00000001", {
    invalidations: () => {
      reads.push(true);
      return { rows: [], next: null };
    },
  });
  await waitFor(() => expect(reads.length).toBe(1));
  await screen.findAllByRole("button", { name: "Create invalidation" });
  expect(fireEvent.keyDown(document.body, { key: "F5" })).toBe(false);
  await waitFor(() => expect(reads.length).toBe(2));
  expect(fireEvent.keyDown(document.body, { key: "R", ctrlKey: true, shiftKey: true })).toBe(false);
  await waitFor(() => expect(reads.length).toBe(3));
  fireEvent.keyDown(document.body, { key: "n", ctrlKey: true });
  await waitFor(() => expect(window.location.hash).toBe("#/distributions/E1SHOP00000001/create"));
});

it("lists all keys, and does nothing behind the list", async () => {
  openWindow("/distributions");
  await opened();
  await userEvent.keyboard("{Control>}/{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  await waitFor(() => expect(dialog.textContent).toContain("Ctrl+R or F5"));
  expect(fireEvent.keyDown(document.body, { key: "r", ctrlKey: true })).toBe(false);
  await userEvent.keyboard("{Control>}k{/Control}");
  expect(screen.queryByRole("combobox", { name: /^Find a distribution/ })).toBeNull();
});

it("leaves a sign alone to whoever types", async () => {
  openWindow("/distributions");
  await opened();
  const field = screen.getByRole("searchbox");
  expect(fireEvent.keyDown(field, { key: "?", shiftKey: true })).toBe(true);
  expect(fireEvent.keyDown(document.body, { key: "?", shiftKey: true })).toBe(false);
});
