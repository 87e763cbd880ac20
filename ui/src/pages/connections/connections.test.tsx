import { emit } from "@tauri-apps/api/event";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { KEY, PRACTICE } from "../../test/fake";
import { openWindow } from "../../test/open";

it("changes hands when another is put in use, everywhere", async () => {
  let inUse = "practice";
  openWindow("/connections", {
    connections: () => [PRACTICE, KEY].map((row) => ({ ...row, inUse: row.id === inUse })),
    use_connection: ({ id }: { id: string }) => {
      inUse = id;
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("radio", { name: `Select ${KEY.name}` }));
  await userEvent.click(screen.getByRole("button", { name: "Use" }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Practice account" })).toBeNull());
  expect(screen.getAllByText(`Not AWS: ${KEY.endpoint}`)).not.toHaveLength(0);
  expect(screen.getByRole("button", { name: /Connection in use: Marketing/ })).toBeTruthy();
});

it("is read anew when the Rust side says that connections changed", async () => {
  let name = "Before";
  openWindow("/connections", { connections: () => [{ ...PRACTICE, name }] });
  await screen.findByRole("radio", { name: "Select Before" });
  name = "After";
  await emit("changed", { kind: "connections" });
  expect(await screen.findByRole("radio", { name: "Select After" })).toBeTruthy();
});
