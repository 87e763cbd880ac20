import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { NewConnection } from "../../../ipc/client";
import { type Answers, KEY, wireError } from "../../../test/fake";
import { openWindow } from "../../../test/open";
import { onePortalSignIn, portalWaits } from "../../../test/rust-side";

const CHECK = { identity: { account: "123456789012", arn: KEY.arn }, identityError: null, listingError: null };
const START = "https://example.awsapps.com/start/#";
const PORTAL = { startUrl: START, region: "eu-central-1", customEndpoint: "http://127.0.0.1:7000", signedIn: true };
const ACCOUNTS = [
  { account: "111111111111", name: "Shop", email: "shop@example.com" },
  { account: "222222222222", name: "News", email: "news@example.com" },
];
const ROLES: Record<string, string[]> = { "111111111111": ["Reader"], "222222222222": ["Editor", "Reader"] };

/** The page, the sign-in at its portal, and what was asked to be saved. */
function openPage({ signIn = onePortalSignIn(), portals = [] as object[], more = {} as Answers } = {}) {
  const saved: NewConnection[] = [];
  const asked: unknown[] = [];
  openWindow("/connections/add/identity-center", {
    ...signIn.answers,
    portals: () => portals,
    portal_accounts: (args: unknown) => {
      asked.push(args);
      return ACCOUNTS;
    },
    portal_roles: ({ account }: { account: string }) => ROLES[account],
    save_connection: ({ connection }: { connection: NewConnection }) => {
      saved.push(connection);
      return { connection: KEY, check: CHECK };
    },
    ...more,
  });
  return { saved, asked, ...signIn };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const accounts = () => screen.findByRole("button", { name: /^Account / });

async function fillIn() {
  await userEvent.type(await screen.findByLabelText("Start URL"), START);
  await userEvent.type(field("Region"), "eu-central-1");
  await userEvent.type(field("Custom endpoint"), "http://127.0.0.1:7000");
}

async function choose(account: RegExp) {
  await userEvent.click(await accounts());
  await userEvent.click(await screen.findByRole("option", { name: account }));
}

describe("a connection through a portal", () => {
  it("is signed in for in the browser, then made of an account and a role, under a name made of them", async () => {
    const { begun, becomes, saved, asked, cancelled } = openPage();
    await fillIn();
    await press("Sign in in the browser");
    expect(await screen.findByText("Waiting for you to sign in")).toBeTruthy();
    const portal = { startUrl: START, region: "eu-central-1", customEndpoint: "http://127.0.0.1:7000" };
    expect(begun).toEqual([{ ...portal, method: "browser", keep: "keychain" }]);
    await becomes({ kind: "signedIn" });
    await choose(/News/);
    await userEvent.click(await screen.findByRole("radio", { name: "Editor" }));
    expect(field("Connection name").value).toBe("News – Editor");
    await press("Save connection");
    await screen.findByText(/AWS knows you as/);
    const way = { kind: "identityCenter", startUrl: START, region: "eu-central-1", account: "222222222222" };
    expect(saved).toEqual([
      expect.objectContaining({
        name: "News – Editor",
        way: { ...way, role: "Editor" },
        customEndpoint: "http://127.0.0.1:7000",
        keep: "keychain",
      }),
    ]);
    expect(asked).toContainEqual({ startUrl: START, region: "eu-central-1" });
    expect(cancelled).toEqual([]);
  });

  it("needs its address and region before anything is asked", async () => {
    const { begun } = openPage();
    await userEvent.type(await screen.findByLabelText("Start URL"), "example");
    await press("Use a code instead");
    expect(await screen.findByText("Enter an address that begins with https://.")).toBeTruthy();
    expect(screen.getByText("Fill this in.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field("Start URL")));
    expect(begun).toEqual([]);
  });

  it("shows the code to compare, where that is the way", async () => {
    const { begun, opened } = openPage({ signIn: onePortalSignIn(portalWaits({ code: "BCDF-GHJK" })) });
    await fillIn();
    await press("Use a code instead");
    const place = await screen.findByRole("group", { name: "Signing in" });
    expect(await within(place).findByText("BCDF-GHJK")).toBeTruthy();
    expect(document.activeElement).toBe(place);
    expect(within(place).getByRole("button", { name: "Copy" })).toBeTruthy();
    expect(within(place).getByText("10 minutes left")).toBeTruthy();
    expect(begun[0]?.method).toBe("code");
    await press("Open the browser again");
    expect(opened).toEqual(["s1"]);
  });

  it("keeps a name that the person typed, and chooses the only role by itself", async () => {
    const { saved, set } = openPage();
    set({ kind: "signedIn" });
    await fillIn();
    await press("Sign in in the browser");
    await userEvent.type(await screen.findByLabelText("Connection name"), "Mine");
    await choose(/Shop/);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("radio", { name: "Reader" }).checked).toBe(true));
    await press("Save connection");
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ name: "Mine", way: { role: "Reader" } });
  });

  it("finds an account by its number", async () => {
    const { set } = openPage();
    set({ kind: "signedIn" });
    await fillIn();
    await press("Sign in in the browser");
    await userEvent.click(await accounts());
    await userEvent.type(await screen.findByLabelText("Find an account by name, number or e-mail"), "2222");
    await waitFor(() => expect(screen.queryByRole("option", { name: /Shop/ })).toBeNull());
    expect(screen.getByRole("option", { name: /News/ })).toBeTruthy();
  });

  it("is given up by Cancel, which leads back to the fields as they were", async () => {
    const { cancelled } = openPage();
    await fillIn();
    await press("Sign in in the browser");
    await screen.findByText("Waiting for you to sign in");
    await press("Cancel");
    expect((await screen.findByLabelText<HTMLInputElement>("Start URL")).value).toBe(START);
    expect(cancelled).toEqual(["s1"]);
  });

  it("skips the browser where one is signed in already", async () => {
    const { begun } = openPage({ portals: [PORTAL] });
    await userEvent.click(await screen.findByLabelText("Start URL"));
    await userEvent.click(await screen.findByRole("option", { name: /example\.awsapps\.com/ }));
    await accounts();
    expect(begun).toEqual([]);
  });

  it("stays at the portal where that sign-in is over, with its region and endpoint filled in", async () => {
    const portal_accounts = () => {
      throw wireError({ code: "portalSignInWanted" });
    };
    openPage({ portals: [PORTAL], more: { portal_accounts } });
    await userEvent.click(await screen.findByLabelText("Start URL"));
    await userEvent.click(await screen.findByRole("option", { name: /example\.awsapps\.com/ }));
    expect(await screen.findByText("You were signed in there, but that is over. Sign in once more.")).toBeTruthy();
    expect(field("Region").value).toBe("eu-central-1");
    expect(field("Custom endpoint").value).toBe("http://127.0.0.1:7000");
  });

  it("leads back to signing in where the session ends before it is saved", async () => {
    const { set } = openPage({
      more: {
        save_connection: () => {
          throw wireError({ code: "portalSignInEnded" });
        },
      },
    });
    set({ kind: "signedIn" });
    await fillIn();
    await press("Sign in in the browser");
    await choose(/Shop/);
    await screen.findByDisplayValue("Shop – Reader");
    await press("Save connection");
    await userEvent.click(await screen.findByRole("button", { name: "Sign in again" }));
    expect((await screen.findByLabelText<HTMLInputElement>("Start URL")).value).toBe(START);
  });

  it("says so where the accounts cannot be read, and where there are none", async () => {
    let reads = 0;
    const portal_accounts = () => {
      reads += 1;
      if (reads === 1) throw wireError({ code: "unreachable" });
      return [];
    };
    const { set } = openPage({ more: { portal_accounts } });
    set({ kind: "signedIn" });
    await fillIn();
    await press("Sign in in the browser");
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByText(/The portal lets you into no account/)).toBeTruthy();
  });

  it("whose sign-in finds no keychain goes on in memory, and is saved so", async () => {
    const failed = { kind: "failed" as const, error: wireError({ code: "keychainUnavailable" }) };
    const { begun, set, saved } = openPage({ signIn: onePortalSignIn(failed) });
    await fillIn();
    await press("Sign in in the browser");
    const keep = await screen.findByRole("button", { name: "Keep it in memory until the window closes" });
    set({ kind: "signedIn" });
    await userEvent.click(keep);
    await choose(/Shop/);
    await screen.findByDisplayValue("Shop – Reader");
    await press("Save connection");
    await waitFor(() => expect(saved[0]?.keep).toBe("memory"));
    expect(begun.map(({ keep }) => keep)).toEqual(["keychain", "memory"]);
  });
});
