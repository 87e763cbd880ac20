import { screen, waitFor, within } from "@testing-library/react";
import { matchRoutes, type RouteObject } from "react-router";
import { expect, it } from "vitest";
import { KEY } from "../test/fake";
import { openWindow } from "../test/open";
import { routes } from "./routes";

const PARTS = ["What this page is for", "What you do here", "Watch out"];

/** Addresses of every page, by the route that leads to it; one that has several kinds of help has an address of each. */
const ADDRESSES: Record<string, string[]> = {
  distributions: ["/distributions"],
  "distributions/:distribution": ["/distributions/E1SHOP00000001"],
  "distributions/:distribution/create": ["/distributions/E1SHOP00000001/create"],
  "distributions/:distribution/alternatives": ["/distributions/E1SHOP00000001/alternatives"],
  "distributions/:distribution/invalidations/:invalidation": ["/distributions/E1SHOP00000001/invalidations/I1"],
  "tenants/:tenant": ["/tenants/dt_1"],
  "tenants/:tenant/create": ["/tenants/dt_1/create"],
  "tenants/:tenant/alternatives": ["/tenants/dt_1/alternatives"],
  "tenants/:tenant/invalidations/:invalidation": ["/tenants/dt_1/invalidations/I1"],
  batches: ["/batches"],
  "batches/new": ["/batches/new"],
  "batches/import": ["/batches/import"],
  "batches/:batch/edit": ["/batches/3/edit"],
  "batches/:batch/run": ["/batches/3/run"],
  activity: ["/activity"],
  "activity/:submission": ["/activity/12"],
  costs: ["/costs"],
  connections: ["/connections"],
  "connections/add/:kind": ["access-key", "profile", "identity-center", "role"].map(
    (kind) => `/connections/add/${kind}`,
  ),
  "connections/:id/permissions": [`/connections/${KEY.id}/permissions`],
  settings: ["/settings"],
};

/** Every route that leads to a page. */
function pagesOf(routes: readonly RouteObject[]): RouteObject[] {
  return routes.flatMap((route) => (route.children ? pagesOf(route.children) : route.path ? [route] : []));
}

const pages = pagesOf(routes).filter(({ path }) => path !== "*");

/** What the help panel has in it. */
async function helpPanel() {
  const panel = await waitFor(() => {
    const [first] = screen.getAllByRole("heading", { level: 3, name: "What this page is for", hidden: true });
    return first?.closest("section")?.parentElement as HTMLElement;
  });
  return within(panel);
}

it("knows an address of every page", () => {
  expect(Object.keys(ADDRESSES).sort()).toEqual(pages.map(({ path }) => path).sort());
  for (const [path, addresses] of Object.entries(ADDRESSES)) {
    for (const address of addresses) expect(matchRoutes(routes, address)?.at(-1)?.route.path).toBe(path);
  }
});

it.each(Object.values(ADDRESSES).flat())(
  "the help of %s says what for, what to do and what to watch out for",
  async (address) => {
    openWindow(address);
    const panel = await helpPanel();
    for (const name of PARTS) {
      const part = panel.getByRole("heading", { level: 3, name, hidden: true }).closest("section");
      // A word or two would say nothing.
      expect(part?.querySelector("p")?.textContent?.length).toBeGreaterThan(60);
    }
  },
);

it.each([
  ["/distributions/E1SHOP00000001/create", false],
  ["/batches/new", true],
  ["/batches/3/edit", true],
  ["/batches/3/run", true],
])("the help of %s has the cheat sheet, to be tried", async (address, hasVariables) => {
  openWindow(address);
  await helpPanel();
  const field = document.querySelector<HTMLInputElement>('input[placeholder="/blog*"]');
  expect(field?.labels?.[0]?.textContent).toBe("Try a path");
  expect(screen.queryByText(/Variables are not filled in here/) !== null).toBe(hasVariables);
});
