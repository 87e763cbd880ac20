import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { DistributionQuery } from "../../ipc/client";
import { distribution, listed, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const SHOP = distribution({ nickname: "Shop" });
const heading = () => screen.findByRole("heading", { name: /^Distributions/, level: 1 });

it("shows the columns that people know", async () => {
  openWindow("/distributions");
  await screen.findByText("E1SHOP00000001");
  const names = screen.getAllByRole("columnheader").map((header) => header.textContent);
  for (const name of ["ID", "Nickname", "Domain name", "Alternate domain names", "Description", "Status"]) {
    expect(names.some((text) => text?.includes(name))).toBe(true);
  }
});

it("asks for favourites and recent ones first, and for what is typed once the keys rest", async () => {
  const asked: DistributionQuery[] = [];
  const distributions = ({ query }: { query: DistributionQuery }) => {
    asked.push(query);
    return query.filter ? listed([], { total: 1, matching: 0 }) : listed([SHOP]);
  };
  openWindow("/distributions", { distributions });
  await screen.findByText("E1SHOP00000001");
  expect(asked).toEqual([{ filter: "", sort: null, offset: 0, limit: 25, refresh: false }]);

  const filter = screen.getByRole("searchbox", { name: "Find distributions" });
  for (const text of ["h", "ht", "https://no.example.com/x"]) fireEvent.change(filter, { target: { value: text } });
  expect(await screen.findByText("No matches")).toBeTruthy();
  expect(asked.map((query) => query.filter)).toEqual(["", "https://no.example.com/x"]);

  await userEvent.click(screen.getByRole("button", { name: "Clear filter" }));
  expect(await screen.findByText("E1SHOP00000001")).toBeTruthy();
});

it("explains a refused listing, offers the policy and Add by ID, and still shows what is known", async () => {
  const listingError = wireError({ code: "denied", action: "cloudfront:ListDistributions", policy: "{}" });
  const known = distribution({ id: "E9", listed: false, addedById: true });
  const added: unknown[] = [];
  openWindow("/distributions", {
    distributions: () => listed([known], { listingError }),
    add_distribution: (args: unknown) => {
      added.push(args);
      return distribution({ id: "E7" });
    },
  });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("cloudfront:ListDistributions");
  expect(within(alert).getByRole("button", { name: "Copy the policy" })).toBeTruthy();
  expect(screen.getByText("E9")).toBeTruthy();

  await userEvent.click(screen.getByRole("button", { name: "Add by ID" }));
  const field = await screen.findByRole("textbox", { name: "Distribution ID" });
  await userEvent.type(field, " E7 {Enter}");
  await waitFor(() => expect(added).toEqual([{ connection: "practice", id: "E7" }]));
});

it("that cannot be had at all says why and can be tried again", async () => {
  let broken = true;
  const distributions = () => {
    if (broken) throw wireError({ code: "unreachable", detail: "no route to host" });
    return listed([SHOP]);
  };
  openWindow("/distributions", { distributions });
  expect((await screen.findByRole("alert")).textContent).toContain("no route to host");
  expect(await heading()).toBeTruthy();
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("E1SHOP00000001")).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("keeps a star at once", async () => {
  const noted: unknown[] = [];
  openWindow("/distributions", {
    distributions: () => listed([SHOP]),
    note_distribution: (args: unknown) => {
      noted.push(args);
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Make Shop a favourite" }));
  expect(noted).toEqual([{ connection: "practice", id: SHOP.id, nickname: "Shop", favourite: true }]);
});

it("keeps a nickname, and an empty one takes it away", async () => {
  const noted: unknown[] = [];
  openWindow("/distributions", {
    distributions: () => listed([SHOP]),
    note_distribution: (args: unknown) => {
      noted.push(args);
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: `Edit the nickname of ${SHOP.id}` }));
  await userEvent.clear(await screen.findByRole("textbox", { name: "Nickname" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(noted).toEqual([{ connection: "practice", id: SHOP.id, nickname: null, favourite: false }]),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("says on the practice account, and only there, that nothing is real", async () => {
  openWindow("/distributions");
  expect((await screen.findByRole("region", { name: "Practice account" })).textContent).toContain(
    "Nothing here reaches AWS",
  );
});

it("cannot be opened without the app's records, and then says so", async () => {
  openWindow("/distributions", {
    about: () => ({
      version: "0.1.0",
      dataFolder: "/data",
      practiceSpeed: 1,
      startupProblem: "disk full",
      startupNotice: null,
    }),
  });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The app’s own records could not be read or written");
  expect(alert.textContent).toContain("disk full");
});
