import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { distribution, invalidationPage, opened, queuedRun, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const PATH = "/distributions/E1SHOP00000001";

it("turns the pages of 12,000 invalidations by markers, and reads a few rows' paths at a time", async () => {
  const asked: (string | null)[] = [];
  const read: string[][] = [];
  openWindow(PATH, {
    invalidations: ({ after, limit }: { after: string | null; limit: number }) => {
      asked.push(after);
      const { rows, next } = invalidationPage(12_000, after, limit);
      return { rows: rows.map((row) => ({ ...row, status: "Completed" })), next };
    },
    object_paths: ({ ids }: { ids: string[] }) => {
      read.push(ids);
      return ids.map((id) => ({ id, paths: { count: 1, first: [`/of/${id}`] }, error: null }));
    },
  });
  expect(await screen.findByText("/of/I24")).toBeTruthy();
  expect(read.map((ids) => ids.length)).toEqual([5, 5, 5, 5, 5]);

  await userEvent.click(screen.getByRole("button", { name: "Next page" }));
  expect(await screen.findByText("/of/I49")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Previous page" }));
  expect(await screen.findByText("/of/I0")).toBeTruthy();
  expect(asked.slice(0, 2)).toEqual([null, "I24"]);
  // What was read once is not read again.
  expect(read.flat()).toHaveLength(50);
});

it("offers details and a copy of the selected invalidation", async () => {
  openWindow(PATH);
  await userEvent.click(await screen.findByRole("radio", { name: "Select I1" }));
  await userEvent.click(screen.getByRole("button", { name: "Copy to new" }));
  const area = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
  expect(area.value).toBe("/index.html\n/images/*\n/news");
});

it("shows the invalidations even where the configuration may not be read", async () => {
  openWindow(PATH, {
    distribution_details: () => ({
      row: distribution({ listed: false }),
      configuration: null,
      configurationError: wireError({ code: "denied", action: "cloudfront:GetDistribution" }),
    }),
    tenants: () => ({ rows: [], next: null }),
  });
  expect(await screen.findByText("I0")).toBeTruthy();
  await userEvent.click(screen.getByRole("tab", { name: "Details" }));
  expect(await screen.findByText("cloudfront:GetDistribution")).toBeTruthy();
  expect(screen.queryByRole("tab", { name: "Tenants" })).toBeNull();
});

it("has a tab of tenants where it is multi-tenant, and a tenant has invalidations of its own", async () => {
  const tenant = {
    id: "dt_1",
    distribution: "E3",
    name: "Bakery",
    domains: ["b.example.com"],
    status: "Deployed",
    enabled: true,
  };
  const targets: unknown[] = [];
  openWindow("/distributions/E3", {
    distribution_details: () => opened(distribution({ id: "E3", tenantOnly: true })),
    tenants: () => ({ rows: [tenant], next: null }),
    tenant_details: () => tenant,
    invalidations: ({ target }: { target: unknown }) => {
      targets.push(target);
      return { rows: [], next: null };
    },
  });
  await userEvent.click(await screen.findByRole("tab", { name: "Tenants" }));
  await userEvent.click(await screen.findByRole("link", { name: "Bakery" }));
  expect(await screen.findByText("No invalidations")).toBeTruthy();
  await waitFor(() => expect(targets).toContainEqual({ kind: "tenant", id: "dt_1" }));
});

it("says atop the invalidations what waits there, for what, and takes it back", async () => {
  let waiting = [queuedRun({ waits: { for: { kind: "pace" }, about: null } })];
  openWindow(PATH, {
    target_queue: () => waiting,
    undo: () => {
      waiting = [];
      return 1;
    },
  });
  const notice = (await screen.findByText("3 items wait to be sent here")).closest<HTMLElement>("[class*=alert]")!;
  expect(notice.textContent).toContain("Waits because AWS asked for a slower pace.");
  expect(within(notice).getByRole("link", { name: "spring-sale" }).getAttribute("href")).toBe("#/activity/7");
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(screen.queryByText("3 items wait to be sent here")).toBeNull());
  expect(screen.getByText("Taken back: nothing was sent")).toBeTruthy();
});
