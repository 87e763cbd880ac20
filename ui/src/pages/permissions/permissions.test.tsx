import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ConnectionRow, PermissionRow, PermissionsPage, PermissionWish } from "../../ipc/client";
import { type Answers, distribution, KEY, listed, PRACTICE, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const SHOP = "E1SHOP00000001";
const ON_SHOP = `arn:aws:cloudfront::123456789012:distribution/${SHOP}`;
const row = (part: Partial<PermissionRow>): PermissionRow => ({
  action: "cloudfront:CreateInvalidation",
  resource: ON_SHOP,
  purpose: "invalidate",
  known: "untried",
  at: null,
  ...part,
});
const WORKS = row({
  action: "cloudfront:GetInvalidation",
  purpose: "follow",
  known: "works",
  at: "2026-11-22T10:15:30Z",
});
const REFUSED = row({
  action: "cloudfront:ListDistributions",
  resource: "*",
  purpose: "list",
  known: "refused",
  at: "2026-11-23T10:15:30Z",
});
const page = (part: Partial<PermissionsPage> = {}): PermissionsPage => ({
  policy: '{ "Version": "2012-10-17" }',
  actions: [row({}), WORKS, REFUSED],
  ...part,
});

/** Opens the page of a connection, and takes note of each wish. */
function open(
  connection: ConnectionRow = KEY,
  answer: (wish: PermissionWish) => unknown = () => page(),
  more: Answers = {},
) {
  const wishes: PermissionWish[] = [];
  openWindow(`/connections/${connection.id}/permissions`, {
    connections: () =>
      [PRACTICE, connection].filter(({ id }, place, all) => all.findIndex((one) => one.id === id) === place),
    distributions: () => listed([distribution({ nickname: "Shop" }), distribution({ id: "E2OTHER", aliases: [] })]),
    permissions: ({ id, wish }: { id: string; wish: PermissionWish }) => {
      expect(id).toBe(connection.id);
      wishes.push(wish);
      return answer(wish);
    },
    ...more,
  });
  return wishes;
}

async function chooseShop() {
  await userEvent.click(await screen.findByRole("button", { name: /Distributions to clear/ }));
  await userEvent.click(await screen.findByRole("option", { name: /Shop/ }));
}

async function addById(kind: "Distribution" | "Tenant", id: string) {
  await userEvent.type(await screen.findByRole("textbox", { name: `${kind} ID` }), `${id}{Enter}`);
}

const message = async () =>
  (await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Message for your administrator" })).value;
const toggle = (name: string) => screen.findByRole("checkbox", { name });

describe("the wish", () => {
  it("is empty at first, and nothing is asked", async () => {
    const wishes = open();
    await screen.findByText("Nothing is chosen yet");
    expect(screen.queryByRole("textbox", { name: "Message for your administrator" })).toBeNull();
    expect(wishes).toEqual([]);
  });

  it("has what is chosen, typed and switched on", async () => {
    const wishes = open();
    await chooseShop();
    await addById("Distribution", " E3TYPED ");
    await addById("Tenant", "dt_1");
    for (const name of [
      "Find them in lists",
      "Check paths against the distribution’s settings",
      "Count the month’s costs",
      "Change the access key",
    ])
      await userEvent.click(await toggle(name));
    const all = { listing: true, checks: true, costs: true, rotation: true };
    await waitFor(() => expect(wishes.at(-1)).toEqual({ distributions: [SHOP, "E3TYPED"], tenants: ["dt_1"], ...all }));
    await userEvent.click(screen.getByRole("button", { name: "Take out dt_1" }));
    await userEvent.click(screen.getByRole("button", { name: "Take out E3TYPED" }));
    await waitFor(() => expect(wishes.at(-1)).toEqual({ distributions: [SHOP], tenants: [], ...all }));
  });

  it("speaks of the access key only where there is one", async () => {
    open({ ...KEY, way: { kind: "profile", name: "corp" } });
    await toggle("Find them in lists");
    expect(screen.queryByRole("checkbox", { name: "Change the access key" })).toBeNull();
  });

  it("is made by IDs where the distributions cannot be listed", async () => {
    const listingError = wireError({ code: "denied", action: "cloudfront:ListDistributions" });
    const wishes = open(KEY, undefined, { distributions: () => listed([], { listingError }) });
    await screen.findByText(/cannot be listed through this connection: Your AWS permissions do not allow this/);
    await addById("Distribution", SHOP);
    await waitFor(() => expect(wishes.at(-1)?.distributions).toEqual([SHOP]));
  });

  it("says beside the ids which of them is none", async () => {
    open(KEY, ({ tenants }) => {
      if (tenants.length > 0) throw wireError({ code: "invalid", detail: "“a*” is no id of a tenant" });
      return page();
    });
    await addById("Distribution", SHOP);
    await message();
    await addById("Tenant", "a*");
    const said = await screen.findByText("“a*” is no id of a tenant");
    const field = screen.getByRole("textbox", { name: "Tenant ID" });
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(said.textContent);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(screen.queryByRole("textbox", { name: "Message for your administrator" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Take out a*" }));
    await message();
    expect(screen.queryByText("“a*” is no id of a tenant")).toBeNull();
  });
});

describe("what comes of it", () => {
  it("is the policy, and its actions with what is known of them, refused first", async () => {
    open();
    await chooseShop();
    const table = within(await screen.findByRole("table", { name: "What the policy allows" }));
    const rows = table
      .getAllByRole("row")
      .slice(1)
      .map(({ textContent }) => textContent ?? "");
    expect(rows.map((text) => /Refused|Works|Not tried yet/.exec(text)?.[0])).toEqual([
      "Refused",
      "Not tried yet",
      "Works",
    ]);
    expect(rows[0]).toContain("cloudfront:ListDistributions");
    expect(rows[2]).toContain("See how far that is");
    expect(table.getAllByRole("time")).toHaveLength(2);
    expect(screen.getByRole("region", { name: "Policy" }).textContent).toBe('{ "Version": "2012-10-17" }');
    screen.getByRole("button", { name: "Copy the policy" });
  });

  it("is a message to forward: who, what, what was refused, and the policy", async () => {
    open();
    await chooseShop();
    await userEvent.click(await toggle("Find them in lists"));
    await waitFor(async () => expect(await message()).toContain("Find distributions in a list"));
    const text = await message();
    expect(text).toMatch(/^Hello,\n\n/);
    expect(text).toContain("arn:aws:iam::123456789012:user/marketing (account 123456789012)");
    expect(text).toContain(`- Clear pages of the distribution ${SHOP} (Shop)`);
    expect(text).toMatch(/refused so far:\n- cloudfront:ListDistributions on \*, .*2026/);
    expect(text).not.toContain("GetInvalidation");
    expect(text).toContain('{ "Version": "2012-10-17" }');
    expect(text).not.toContain("ACCOUNT_ID");
    screen.getByRole("button", { name: "Copy the message" });
  });

  it("says what is missing where AWS has not said yet who one is", async () => {
    const policy = '{ "Resource": "arn:aws:cloudfront::ACCOUNT_ID:distribution/E1" }';
    open({ ...KEY, arn: null, account: null }, () => page({ policy, actions: [row({})] }));
    await chooseShop();
    const text = await message();
    expect(text).toContain("the user of the access key AKIAIOSFODNN7EXAMPLE");
    expect(text).toContain("Please put the account’s number where ACCOUNT_ID stands.");
    expect(text).not.toContain("refused so far");
    screen.getByText(/the administrator puts its number where ACCOUNT_ID stands/);
  });

  it("is a failure with a way to try again where it could not be found out", async () => {
    let isBroken = true;
    open(KEY, () => {
      if (isBroken) throw wireError({ code: "records" });
      return page();
    });
    await chooseShop();
    const again = await screen.findByRole("button", { name: "Try again" });
    isBroken = false;
    fireEvent.click(again);
    await message();
  });
});

it("of a connection that is gone leads back to the others", async () => {
  openWindow("/connections/gone/permissions");
  await screen.findByText("There is no such connection");
  expect(screen.getByRole("link", { name: "Go to Connections" }).getAttribute("href")).toBe("#/connections");
});

it("is where a missing permission leads to", async () => {
  const answers = {
    distributions: () => {
      throw wireError({ code: "denied", action: "cloudfront:ListDistributions" });
    },
  };
  openWindow("/distributions", answers);
  await userEvent.click(await screen.findByRole("link", { name: "Permissions" }));
  await waitFor(() => expect(window.location.hash).toBe("#/connections/practice/permissions"));
  await screen.findByRole("heading", { level: 1, name: /Permissions/ });
});
