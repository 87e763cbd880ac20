import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "react-intl";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, it, vi } from "vitest";
import { newQueryClient } from "../features/queries/client";
import { catalogue } from "../messages";
import { fakeRustSide } from "../test/fake";
import { openWindow } from "../test/open";
import { Broken } from "./Broken";

const ABOUT = { version: "0.1.0", dataFolder: "/data", practiceSpeed: 1, startupProblem: null, startupNotice: null };
const TITLE = "The app ended without warning the last time";

function start() {
  let dismissed = 0;
  openWindow("/distributions", {
    about: () => ({ ...ABOUT, crashReport: { at: "2026-11-24T08:30:00Z", text: "panicked at src/main.rs:3" } }),
    dismiss_crash_report: () => {
      dismissed += 1;
      return null;
    },
  });
  return () => dismissed;
}

const look = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Look at it" }));
  return within(await screen.findByRole("dialog", { name: "Report of the crash" }));
};

it("tells of a crash, shows its report, and stays until it is put away", async () => {
  const dismissed = start();
  const report = await look();
  expect(report.getByRole("region", { name: "Report of the crash" }).textContent).toBe("panicked at src/main.rs:3");
  expect(report.getByText(/November 24, 2026/)).toBeTruthy();
  await userEvent.click(report.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByText(TITLE)).toBeTruthy();
  expect(dismissed()).toBe(0);

  await userEvent.click((await look()).getByRole("button", { name: "Dismiss" }));
  await waitFor(() => expect(dismissed()).toBe(1));
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
});

it("leads to the diagnostics, and is still there after them", async () => {
  const dismissed = start();
  await userEvent.click((await look()).getByRole("button", { name: "Save diagnostics…" }));
  const modal = within(await screen.findByRole("dialog", { name: "Save diagnostics" }));
  await userEvent.click(modal.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByText(TITLE)).toBeTruthy();
  expect(dismissed()).toBe(0);
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Look at it"));
});

it("says nothing where nothing crashed", async () => {
  openWindow("/distributions");
  await screen.findByRole("heading", { name: /Distributions/ });
  expect(screen.queryByText(TITLE)).toBeNull();
});

it("a page that fails is noted in the log, and offers the diagnostics", async () => {
  const noted: unknown[] = [];
  fakeRustSide({ report_page_error: (args: { message: string }) => noted.push(args.message) });
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  function Failing(): never {
    throw new Error("this page is broken");
  }
  const router = createMemoryRouter([{ path: "/", element: <Failing />, errorElement: <Broken /> }]);
  render(
    <IntlProvider {...catalogue}>
      <QueryClientProvider client={newQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  await waitFor(() => expect(noted).toEqual(["Error: this page is broken"]));
  await userEvent.click(screen.getByRole("button", { name: "Save diagnostics" }));
  expect(await screen.findByRole("dialog", { name: "Save diagnostics" })).toBeTruthy();
  expect(await screen.findByRole("checkbox", { name: "app.txt" })).toBeTruthy();
  quiet.mockRestore();
});
