import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { NewConnection } from "../../../ipc/client";
import { type Answers, KEY, wireError } from "../../../test/fake";
import { openWindow } from "../../../test/open";

const CHECK = { identity: { account: "123456789012", arn: KEY.arn }, identityError: null, listingError: null };
const ID = "AKIAIOSFODNN7EXAMPLE";
const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const PASTED = `Access key ID,Secret access key\n${ID},${SECRET}`;

/** The page, and what it asked to be saved. A failure stands in for each answer until there are no more. */
function openPage(failures: object[] = [], more: Answers = {}) {
  const saved: NewConnection[] = [];
  const save_connection = ({ connection }: { connection: NewConnection }) => {
    saved.push(connection);
    const failure = failures[saved.length - 1];
    if (failure) throw failure;
    return { connection: KEY, check: CHECK };
  };
  openWindow("/connections/add/access-key", { save_connection, ...more });
  return saved;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const name = () => screen.findByRole("textbox", { name: "Connection name" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save connection" }));
const saidSaved = () => screen.findByText(/AWS knows you as arn:aws:iam::123456789012:user\/marketing/);

async function paste(text: string) {
  await userEvent.click(await screen.findByLabelText("Paste the key"));
  await userEvent.paste(text);
}

async function fillIn() {
  await userEvent.type(await name(), "Team");
  await userEvent.type(field("Access key ID"), "AKIA1 ");
  await userEvent.type(field("Secret access key"), "s3cret");
}

describe("an access key", () => {
  it("is saved from the menu on, leaves no secret in the window, and says whom AWS knows one as", async () => {
    const saved: unknown[] = [];
    const save_connection = ({ connection }: { connection: unknown }) => {
      saved.push(connection);
      return { connection: KEY, check: CHECK };
    };
    openWindow("/connections", { save_connection });
    await userEvent.click(await screen.findByRole("button", { name: "Add connection" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Access key" }));
    await fillIn();
    await userEvent.type(field("Custom endpoint"), "http://127.0.0.1:5000");
    await userEvent.click(screen.getByRole("checkbox", { name: "Production" }));
    await userEvent.click(screen.getByRole("button", { name: "Colour No colour" }));
    await userEvent.click(await screen.findByRole("option", { name: "Red" }));
    await userEvent.click(screen.getByRole("button", { name: "More settings" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Use FIPS endpoints" }));
    await save();
    await saidSaved();
    const way = { kind: "accessKey", accessKeyId: "AKIA1", secretAccessKey: "s3cret", sessionToken: null };
    const marks = { colour: "red", production: true };
    const endpoints = { customEndpoint: "http://127.0.0.1:5000", china: false, fips: true, dualStack: false };
    const answers = { keep: "keychain", agreedProgram: null, mfaCode: null };
    expect(saved).toEqual([{ name: "Team", way, ...marks, ...endpoints, ...answers }]);
    expect(document.body.innerHTML).not.toContain("s3cret");
    expect((await screen.findByRole<HTMLInputElement>("radio", { name: `Select ${KEY.name}` })).checked).toBe(true);
  });

  it("that AWS does not accept stays in the fields, with the reason", async () => {
    openPage([wireError({ code: "credentialsRejected", detail: "InvalidClientTokenId" })]);
    await fillIn();
    await save();
    expect((await screen.findByRole("alert")).textContent).toContain("AWS did not accept the credentials");
    expect(field("Connection name").value).toBe("Team");
    expect(field("Secret access key").value).toBe("s3cret");
  });

  it("that is not whole takes the focus to what is missing, and nothing is sent", async () => {
    const saved = openPage();
    await userEvent.type(await name(), "Team");
    await save();
    expect(await screen.findAllByText("Fill this in.")).toHaveLength(2);
    await waitFor(() => expect(document.activeElement).toBe(field("Access key ID")));
    expect(saved).toEqual([]);
  });

  it("is kept in memory where there is no keychain, once the person has chosen that", async () => {
    const saved = openPage([wireError({ code: "keychainUnavailable" })]);
    await fillIn();
    await save();
    expect((await screen.findByRole("alert")).textContent).toContain("keychain cannot be reached");
    expect(screen.getByText(/has to be entered again at the next start/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Keep it in memory until the window closes" }));
    await saidSaved();
    expect(saved.map(({ keep }) => keep)).toEqual(["keychain", "memory"]);
    expect(saved[1]?.way).toMatchObject({ secretAccessKey: "s3cret" });
  });

  it("that was kept in memory once is not so the next time without being asked", async () => {
    const saved = openPage([wireError({ code: "keychainUnavailable" }), wireError({ code: "unreachable" })]);
    await fillIn();
    await save();
    await userEvent.click(await screen.findByRole("button", { name: "Keep it in memory until the window closes" }));
    await screen.findByText("The other side could not be reached");
    await save();
    await saidSaved();
    expect(saved.map(({ keep }) => keep)).toEqual(["keychain", "memory", "keychain"]);
  });
});

describe("a pasted key", () => {
  it("fills the fields and leaves nothing where it was pasted", async () => {
    openPage();
    await paste(PASTED);
    expect(field("Access key ID").value).toBe(ID);
    expect(field("Secret access key").value).toBe(SECRET);
    expect(field("Secret access key").type).toBe("password");
    expect(field("Paste the key").value).toBe("");
    expect(screen.getByText(`The fields below have the access key ${ID}.`)).toBeTruthy();
  });

  it("takes away the token of the key before it", async () => {
    openPage();
    await paste(`export AWS_ACCESS_KEY_ID="A"\nexport AWS_SECRET_ACCESS_KEY="S"\nexport AWS_SESSION_TOKEN="T"`);
    expect(field("Session token").value).toBe("T");
    await paste(PASTED);
    expect(field("Session token").value).toBe("");
  });

  it("that is not understood says so, and changes nothing", async () => {
    openPage();
    await paste(PASTED);
    await paste("Dear Ann, the key follows by post");
    expect(await screen.findByText(/No whole access key was found/)).toBeTruthy();
    expect(field("Access key ID").value).toBe(ID);
    expect(field("Secret access key").value).toBe(SECRET);
    expect(field("Paste the key").value).toBe("");
  });

  it("among several is chosen by its profile", async () => {
    openPage();
    const section = (profile: string) =>
      `[${profile}]\naws_access_key_id=ID-${profile}\naws_secret_access_key=S-${profile}\n`;
    await paste(section("one") + section("two"));
    expect(field("Access key ID").value).toBe("");
    await userEvent.click(screen.getByRole("button", { name: /^Which key\?/ }));
    await userEvent.click(await screen.findByRole("option", { name: /two/ }));
    expect(field("Access key ID").value).toBe("ID-two");
    expect(field("Secret access key").value).toBe("S-two");
    expect(screen.queryByRole("button", { name: /^Which key\?/ })).toBeNull();
    expect(document.body.innerHTML).not.toContain("S-one");
  });

  it("that was typed there, or dropped, is taken when one goes on", async () => {
    openPage();
    await userEvent.type(await screen.findByLabelText("Paste the key"), "AccessKeyId: A{Enter}SecretAccessKey: S");
    expect(field("Access key ID").value).toBe("");
    await userEvent.tab();
    expect(field("Secret access key").value).toBe("S");
    expect(field("Paste the key").value).toBe("");
  });
});

describe("a key on this computer", () => {
  const onFile = { access_keys_on_file: () => [{ profile: "marketing", accessKeyId: ID, temporary: true }] };

  it("is named by its profile alone, and what was typed is forgotten", async () => {
    const saved = openPage([], onFile);
    await fillIn();
    await userEvent.click(await screen.findByRole("button", { name: /^Take it from this computer/ }));
    await userEvent.click(await screen.findByRole("option", { name: /marketing/ }));
    expect(screen.queryByLabelText("Secret access key")).toBeNull();
    await save();
    await saidSaved();
    expect(saved.map(({ way }) => way)).toEqual([{ kind: "keyOnFile", profile: "marketing" }]);
  });

  it("can be left again for one that is typed", async () => {
    openPage([], onFile);
    await userEvent.click(await screen.findByRole("button", { name: /^Take it from this computer/ }));
    await userEvent.click(await screen.findByRole("option", { name: /marketing/ }));
    await userEvent.click(screen.getByRole("button", { name: "Paste or type another" }));
    expect(field("Secret access key").value).toBe("");
  });
});
