import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ConnectionRow } from "../../ipc/client";
import { type Answers, KEY, PRACTICE, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const START = "https://example.awsapps.com/start";
const PORTAL: ConnectionRow = {
  ...KEY,
  id: "c3",
  name: "Editors",
  way: { kind: "identityCenter", startUrl: START, region: "eu-central-1", account: "123456789012", role: "Editors" },
};
const ROLE: ConnectionRow = {
  ...KEY,
  id: "c4",
  name: "Shop role",
  way: {
    kind: "role",
    base: "c3",
    baseName: "Editors",
    roleArn: "arn:aws:iam::123456789012:role/shop",
    externalId: null,
    sessionName: null,
    mfaSerial: null,
  },
};
const CHECK = { identity: { account: "123456789012", arn: KEY.arn }, identityError: null, listingError: null };

/** Opens the list with these connections, the first of them selected, and takes note of each call of a command. */
function open(rows: ConnectionRow[], command = "", answer: (call: number) => unknown = () => null) {
  const calls: unknown[] = [];
  const answers: Answers = {
    connections: () => [PRACTICE, ...rows],
    [command]: (args: unknown) => answer(calls.push(args)),
  };
  openWindow(`/connections?selected=${rows[0]?.id ?? "practice"}`, answers);
  return calls;
}

const rowOf = async (name: string) => (await screen.findByRole("radio", { name: `Select ${name}` })).closest("tr")!;
const noDialog = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

async function choose(action: string) {
  await userEvent.click(await screen.findByRole("button", { name: "Actions" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: action }));
}

async function dialog(action: string) {
  await choose(action);
  return within(await screen.findByRole("dialog"));
}

describe("the list", () => {
  it("says how each connection gets in, and what is particular about it", async () => {
    const marked = { china: true, fips: true, dualStack: true, inMemory: true };
    const profile: ConnectionRow = {
      ...KEY,
      id: "c5",
      name: "Corp",
      way: { kind: "profile", name: "corp" },
      ...marked,
    };
    open([KEY, PORTAL, ROLE, profile]);
    expect((await rowOf(KEY.name)).textContent).toContain("Access key AKIAIOSFODNN7EXAMPLE");
    expect((await rowOf("Editors")).textContent).toContain("IAM Identity Center: Editors in 123456789012");
    expect((await rowOf("Shop role")).textContent).toContain("Role arn:aws:iam::123456789012:role/shop over «Editors»");
    const row = within(await rowOf("Corp"));
    for (const mark of ["AWS profile corp", "AWS China", "FIPS", "Dual-stack", "In memory only"]) row.getByText(mark);
    expect(within(await rowOf("Editors")).queryByText("FIPS")).toBeNull();
  });

  it("marks production, and shows a colour where there is one", async () => {
    open([{ ...KEY, colour: "red", production: true }]);
    const row = await rowOf(KEY.name);
    within(row).getByText("Production");
    expect(row.querySelector("circle[style*='hk-connection-red']")).toBeTruthy();
    const practice = await rowOf(PRACTICE.name);
    expect(practice.querySelector("circle[style*='hk-connection']")).toBeNull();
    expect(within(practice).queryByText("Production")).toBeNull();
  });

  it("has the way on where a session asks for something", async () => {
    const session = { kind: "asks", what: "program", connection: "c5", detail: "/opt/creds" } as const;
    open([{ ...KEY, id: "c5", name: "Corp", way: { kind: "profile", name: "corp" }, session }]);
    const row = within(await rowOf("Corp"));
    row.getByText("A program asks for your consent");
    await userEvent.click(row.getByRole("button", { name: "Look at the program" }));
    expect((await screen.findByRole("dialog")).textContent).toContain("/opt/creds");
  });

  it("has the key of the connection that another is based on entered where that is asked for", async () => {
    const session = { kind: "asks", what: "accessKey", connection: KEY.id, detail: "" } as const;
    open([{ ...ROLE, session }, KEY]);
    await userEvent.click(within(await rowOf("Shop role")).getByRole("button", { name: "Enter the key again" }));
    await screen.findByRole("dialog", { name: `Enter the key of ${KEY.name} again` });
  });

  it("selects the connection that a notice leads to while it is open", async () => {
    const session = { kind: "asks", what: "accessKey", connection: KEY.id, detail: "" } as const;
    open([ROLE, { ...KEY, session }]);
    await rowOf(KEY.name);
    await userEvent.click(await screen.findByRole("button", { name: "Go to Connections" }));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>("radio", { name: `Select ${KEY.name}` }).checked).toBe(true),
    );
  });
});

it("the practice account has its permissions alone, and says why", async () => {
  open([]);
  await userEvent.click(await screen.findByRole("button", { name: "Actions" }));
  const items = await screen.findAllByRole("menuitem");
  const isOpen = items.map((item) => [item.textContent, item.getAttribute("aria-disabled") !== "true"]);
  expect(isOpen.filter(([, open]) => open).map(([name]) => name)).toEqual(["Permissions"]);
  expect(screen.getAllByText("The practice account stays as it is").length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole("menuitem", { name: "Permissions" }));
  await waitFor(() => expect(window.location.hash).toBe("#/connections/practice/permissions"));
});

describe("Edit", () => {
  it("gives a connection another name, colour and mark, and hands the focus on and back", async () => {
    const calls = open([{ ...KEY, colour: "green" }], "describe_connection");
    const modal = await dialog("Edit");
    const name = modal.getByRole<HTMLInputElement>("textbox", { name: "Connection name" });
    await waitFor(() => expect(document.activeElement).toBe(name));
    await userEvent.clear(name);
    await userEvent.type(name, " Live ");
    await userEvent.click(modal.getByRole("button", { name: /Colour/ }));
    await userEvent.click(await screen.findByRole("option", { name: "Red" }));
    await userEvent.click(modal.getByRole("checkbox", { name: "Production" }));
    await userEvent.click(modal.getByRole("button", { name: "Save" }));
    await noDialog();
    expect(calls).toEqual([{ id: "c2", about: { name: "Live", colour: "red", production: true } }]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Actions" })));
  });

  it("wants a name", async () => {
    const calls = open([KEY], "describe_connection");
    const modal = await dialog("Edit");
    await userEvent.clear(modal.getByRole("textbox", { name: "Connection name" }));
    await userEvent.click(modal.getByRole("button", { name: "Save" }));
    await modal.findByText("Fill this in.");
    expect(calls).toEqual([]);
  });
});

describe("Enter the key again", () => {
  async function fillIn() {
    const modal = await dialog("Enter the key again");
    const id = modal.getByRole<HTMLInputElement>("textbox", { name: "Access key ID" });
    expect(id.value).toBe("AKIAIOSFODNN7EXAMPLE");
    const secret = modal.getByLabelText("Secret access key");
    await waitFor(() => expect(document.activeElement).toBe(secret));
    expect([secret, modal.getByLabelText("Session token")].map((field) => field.getAttribute("type"))).toEqual([
      "password",
      "password",
    ]);
    await userEvent.type(secret, " s3cret ");
    await userEvent.click(modal.getByRole("button", { name: "Save key" }));
    return modal;
  }
  const key = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "s3cret", sessionToken: null };

  it("puts another key in place, shows what AWS said to it, and leaves no secret", async () => {
    const calls = open([KEY], "replace_access_key", () => CHECK);
    await fillIn();
    await noDialog();
    expect(calls).toEqual([{ id: "c2", key, keep: "keychain" }]);
    expect(screen.getByText(`Check of ${KEY.name}`)).toBeTruthy();
    expect(document.body.innerHTML).not.toContain("s3cret");
    await choose("Enter the key again");
    expect((await screen.findByLabelText<HTMLInputElement>("Secret access key")).value).toBe("");
  });

  it("offers memory where there is no keychain", async () => {
    const calls = open([KEY], "replace_access_key", (call) => {
      if (call === 1) throw wireError({ code: "keychainUnavailable" });
      return CHECK;
    });
    const modal = await fillIn();
    await userEvent.click(await modal.findByRole("button", { name: "Keep it in memory until the window closes" }));
    await noDialog();
    expect(calls).toEqual([
      { id: "c2", key, keep: "keychain" },
      { id: "c2", key, keep: "memory" },
    ]);
  });

  it("offers no memory where AWS does not accept the key, and lets it be corrected", async () => {
    open([KEY], "replace_access_key", () => {
      throw wireError({ code: "credentialsRejected" });
    });
    const modal = await fillIn();
    await modal.findByText("AWS did not accept the credentials");
    expect(modal.queryByRole("button", { name: /Keep it in memory/ })).toBeNull();
    expect(modal.getByLabelText<HTMLInputElement>("Secret access key").value).toBe(" s3cret ");
  });
});

describe("Rotate access key", () => {
  it("says what it does before it does it, and which key took the place of which", async () => {
    const calls = open([KEY], "rotate_access_key", () => ({
      accessKeyId: "AKIANEW",
      oldAccessKeyId: "AKIAIOSFODNN7EXAMPLE",
      problem: null,
    }));
    const modal = await dialog("Rotate access key");
    expect(modal.getAllByRole("listitem")).toHaveLength(4);
    modal.getByText(/It is not deleted/);
    expect(calls).toEqual([]);
    await userEvent.click(modal.getByRole("button", { name: "Rotate access key" }));
    const outcome = await modal.findByText("The access key was rotated");
    expect(calls).toEqual([{ id: "c2" }]);
    modal.getByText("AKIANEW");
    modal.getByText("AKIAIOSFODNN7EXAMPLE");
    expect(outcome.closest("[tabindex='-1'][role=status]")).toBe(document.activeElement);
    await userEvent.click(modal.getByRole("button", { name: "Close" }));
    await noDialog();
  });

  it("says that the old key has to be turned off where that failed", async () => {
    open([KEY], "rotate_access_key", () => ({
      accessKeyId: "AKIANEW",
      oldAccessKeyId: "AKIAOLD",
      problem: wireError({ code: "denied", action: "iam:UpdateAccessKey" }),
    }));
    const modal = await dialog("Rotate access key");
    await userEvent.click(modal.getByRole("button", { name: "Rotate access key" }));
    await modal.findByText("The new key is in use, but the old one still works");
    modal.getByText(/Your AWS permissions do not allow this/);
    modal.getByText(/Turn the old key off in IAM/);
    modal.getByText("AKIAOLD");
    expect(modal.getByRole("link", { name: "Permissions" }).getAttribute("href")).toBe("#/connections/c2/permissions");
  });
});

describe("Sign out", () => {
  it("of IAM Identity Center says for whom else it ends", async () => {
    const other = { ...PORTAL, id: "c6", name: "Viewers" };
    const elsewhere: ConnectionRow = {
      ...PORTAL,
      id: "c7",
      name: "Elsewhere",
      way: { kind: "identityCenter", startUrl: "https://else", region: "eu-central-1", account: "1", role: "r" },
    };
    const calls = open([PORTAL, other, elsewhere], "sign_out");
    const modal = await dialog("Sign out");
    modal.getByText(/for all others through the same portal/);
    expect(modal.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Viewers"]);
    await userEvent.click(modal.getByRole("button", { name: "Sign out" }));
    await noDialog();
    expect(calls).toEqual([{ id: "c3" }]);
    await screen.findByText("You are signed out of Editors.");
  });

  it("of a role speaks of no portal", async () => {
    open([ROLE], "sign_out");
    const modal = await dialog("Sign out");
    modal.getByText(/The credentials of its session are forgotten/);
    expect(modal.queryByText(/portal/)).toBeNull();
  });
});
