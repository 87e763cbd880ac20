import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { type Answers, distribution, listed } from "../../test/fake";
import { openWindow } from "../../test/open";

const ABOUT = {
  version: "0.1.0",
  dataFolder: "/data",
  practiceSpeed: 1,
  startupProblem: null,
  startupNotice: null,
  crashReport: null,
};
const first: Answers = { about: () => ({ ...ABOUT, firstStart: true }) };
const opened = () => screen.findByRole("heading", { name: /^Distributions/ });
const welcome = () => screen.queryByRole("heading", { name: /^Welcome/ });

it("is there with the page at the first start, above a table one can use, and gone for good once dismissed", async () => {
  const view = openWindow("/distributions", first);
  await opened();
  expect(welcome()).toBeTruthy();
  expect(await screen.findByRole("link", { name: "E1SHOP00000001" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Dismiss the welcome" }));
  expect(welcome()).toBeNull();
  expect(document.activeElement?.textContent).toContain("Distributions");
  view.unmount();
  openWindow("/distributions", first);
  await opened();
  expect(welcome()).toBeNull();
});

it("is not there at a later start, until Settings shows it", async () => {
  openWindow("/distributions");
  await opened();
  expect(welcome()).toBeNull();
  await userEvent.click(screen.getByRole("link", { name: "Settings" }));
  await userEvent.click(await screen.findByRole("link", { name: "Show the welcome" }));
  await waitFor(() => expect(welcome()).toBe(document.activeElement));
});

it("leads to the editor of a distribution that can be cleared", async () => {
  const rows = [
    distribution({ id: "E1TENANTS", tenantOnly: true }),
    distribution({ id: "E2OFF", enabled: false }),
    distribution({ id: "E3GOOD" }),
  ];
  openWindow("/distributions", { ...first, distributions: () => listed(rows) });
  await opened();
  await userEvent.click(screen.getByRole("button", { name: /^Create a first invalidation/ }));
  await waitFor(() => expect(window.location.hash).toBe("#/distributions/E3GOOD/create"));
});
