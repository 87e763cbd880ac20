import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { NewConnection } from "../../../ipc/client";
import { KEY, PRACTICE, wireError } from "../../../test/fake";
import { openWindow } from "../../../test/open";

const CHECK = { identity: { account: "123456789012", arn: KEY.arn }, identityError: null, listingError: null };
const DEVICE = "arn:aws:iam::123456789012:mfa/marketing";
const ARN = "arn:aws:iam::123456789012:role/web-editors";

/** The page, and what it asked to be saved. A failure stands in for each answer until there are no more. */
function openPage(kind: "profile" | "role", failures: object[] = []) {
  const saved: NewConnection[] = [];
  openWindow(`/connections/add/${kind}`, {
    save_connection: ({ connection }: { connection: NewConnection }) => {
      saved.push(connection);
      const failure = failures[saved.length - 1];
      if (failure) throw failure;
      return { connection: KEY, check: CHECK };
    },
  });
  return saved;
}

const name = () => screen.findByRole("textbox", { name: "Connection name" });
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const save = () => userEvent.click(screen.getByRole("button", { name: "Save connection" }));
const saidSaved = () => screen.findByText(/AWS knows you as arn:aws:iam::123456789012:user\/marketing/);
const dialog = () => screen.findByRole("dialog");
const noDialog = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
const press = async (button: string) => userEvent.click(within(await dialog()).getByRole("button", { name: button }));

describe("a profile", () => {
  const asks = (detail: string) => wireError({ code: "programNotAgreed", detail });

  async function fillIn() {
    await userEvent.type(await name(), "Corporate");
    await userEvent.type(screen.getByRole("combobox", { name: "Profile name" }), "corp");
  }

  it("that runs a program is saved once the person has seen the very command and agreed", async () => {
    const saved = openPage("profile", [asks("/opt/creds --for 'web team'")]);
    await fillIn();
    await save();
    const shown = await dialog();
    expect(within(shown).getByRole("region", { name: "The command that is run" }).textContent).toBe(
      "/opt/creds --for 'web team'",
    );
    expect(shown.textContent).toContain("The AWS profile corp gets its credentials from a program");
    expect(screen.queryByText("Nothing was run.", { exact: false })).toBeNull();
    await press("Agree");
    await saidSaved();
    expect(saved.map(({ agreedProgram }) => agreedProgram)).toEqual([null, "/opt/creds --for 'web team'"]);
    expect(saved[1]).toMatchObject({ name: "Corporate", way: { kind: "profile", name: "corp" } });
  });

  it("whose program changed meanwhile is asked about anew, with the new command", async () => {
    const saved = openPage("profile", [asks("/opt/one"), asks("/opt/two")]);
    await fillIn();
    await save();
    await press("Agree");
    await waitFor(async () => expect((await dialog()).textContent).toContain("/opt/two"));
    expect(within(await dialog()).queryByRole("alert")).toBeNull();
    await press("Agree");
    await saidSaved();
    expect(saved.at(-1)?.agreedProgram).toBe("/opt/two");
  });

  it("is not saved where the person does not agree", async () => {
    const saved = openPage("profile", [asks("/opt/one")]);
    await fillIn();
    await save();
    await press("Cancel");
    await noDialog();
    expect(saved).toHaveLength(1);
    expect(field("Connection name").value).toBe("Corporate");
  });

  it("is asked for a code after its program, and both answers are sent", async () => {
    const saved = openPage("profile", [asks("/opt/one"), wireError({ code: "mfaCodeWanted", detail: DEVICE })]);
    await fillIn();
    await save();
    await press("Agree");
    await userEvent.type(await screen.findByRole("textbox", { name: "MFA code" }), "123456{Enter}");
    await saidSaved();
    expect(saved.at(-1)).toMatchObject({ agreedProgram: "/opt/one", mfaCode: "123456" });
  });
});

describe("a role", () => {
  async function fillIn() {
    await userEvent.type(await name(), "Shop role");
    await userEvent.click(screen.getByRole("button", { name: /^Base connection/ }));
    // The practice account is made up: nothing is assumed over it.
    expect(screen.queryByRole("option", { name: new RegExp(PRACTICE.name) })).toBeNull();
    await userEvent.click(await screen.findByRole("option", { name: /Marketing/ }));
    await userEvent.type(field("Role ARN"), ARN);
  }

  it("is saved over its base, with the code that was entered beside its device", async () => {
    const saved = openPage("role");
    await fillIn();
    await userEvent.type(field("External ID"), "x-1");
    await userEvent.type(field("Session name"), "ann");
    expect(screen.queryByLabelText("MFA code")).toBeNull();
    await userEvent.type(field("MFA device"), DEVICE);
    await userEvent.type(field("MFA code"), "123 456");
    await save();
    await saidSaved();
    const way = { kind: "role", base: KEY.id, roleArn: ARN, externalId: "x-1", sessionName: "ann", mfaSerial: DEVICE };
    expect(saved).toEqual([expect.objectContaining({ name: "Shop role", way, mfaCode: "123456" })]);
  });

  it("that asks for a code is saved once it is entered; one that is not right is entered again", async () => {
    const wanted = wireError({ code: "mfaCodeWanted", detail: DEVICE });
    const saved = openPage("role", [wanted, wireError({ code: "credentialsRejected", detail: "invalid MFA code" })]);
    await fillIn();
    await userEvent.type(field("MFA device"), DEVICE);
    await save();
    expect((await dialog()).textContent).toContain(`Device: ${DEVICE}`);
    await press("Continue");
    expect(within(await dialog()).getByText("Enter all six digits.")).toBeTruthy();
    const code = () => within(screen.getByRole("dialog")).getByLabelText("MFA code");
    await userEvent.type(code(), "111111{Enter}");
    expect(await within(await dialog()).findByText("invalid MFA code")).toBeTruthy();
    await userEvent.type(code(), "222222");
    await press("Continue");
    await saidSaved();
    expect(saved.map(({ mfaCode }) => mfaCode)).toEqual([null, "111111", "222222"]);
  });

  it("sends a code once alone", async () => {
    const saved = openPage("role", [wireError({ code: "unreachable" })]);
    await fillIn();
    await userEvent.type(field("MFA device"), DEVICE);
    await userEvent.type(field("MFA code"), "123456");
    await save();
    await screen.findByText("The other side could not be reached");
    expect(field("MFA code").value).toBe("");
    await save();
    await saidSaved();
    expect(saved.map(({ mfaCode }) => mfaCode)).toEqual(["123456", null]);
  });

  it("says what is needed first where no connection could assume it", async () => {
    openWindow("/connections/add/role", { connections: () => [PRACTICE] });
    expect(await screen.findByText(/no connection yet that could assume a role/)).toBeTruthy();
  });
});
