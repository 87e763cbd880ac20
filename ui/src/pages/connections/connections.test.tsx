import { emit } from "@tauri-apps/api/event";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { KEY, PRACTICE, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { EMPTY, mistakes, newConnection } from "./entered";

const CHECK = { identity: { account: "123456789012", arn: KEY.arn }, identityError: null, listingError: null };

describe("an access key", () => {
  async function fillIn() {
    await userEvent.click(await screen.findByRole("button", { name: "Add connection" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Access key" }));
    await userEvent.type(await screen.findByRole("textbox", { name: "Connection name" }), "Team");
    await userEvent.type(screen.getByRole("textbox", { name: "Access key ID" }), "AKIA1 ");
    await userEvent.type(screen.getByLabelText("Secret access key"), "s3cret");
    await userEvent.type(screen.getByRole("textbox", { name: "Custom endpoint" }), "http://127.0.0.1:5000");
  }

  it("is saved, leaves no secret in the window, and says whom AWS knows one as", async () => {
    const saved: unknown[] = [];
    const save_connection = ({ connection }: { connection: unknown }) => {
      saved.push(connection);
      return { connection: KEY, check: CHECK };
    };
    openWindow("/connections", { save_connection });
    await fillIn();
    await userEvent.click(screen.getByRole("button", { name: "Save connection" }));
    expect(await screen.findByText(/AWS knows you as arn:aws:iam::123456789012:user\/marketing/)).toBeTruthy();
    const way = { kind: "accessKey", accessKeyId: "AKIA1", secretAccessKey: "s3cret", sessionToken: null };
    expect(saved).toEqual([{ name: "Team", way, customEndpoint: "http://127.0.0.1:5000" }]);
    expect(document.body.innerHTML).not.toContain("s3cret");
    expect((await screen.findByRole<HTMLInputElement>("radio", { name: `Select ${KEY.name}` })).checked).toBe(true);
  });

  it("that AWS does not accept stays in the fields, with the reason", async () => {
    const save_connection = () => {
      throw wireError({ code: "credentialsRejected", detail: "InvalidClientTokenId" });
    };
    openWindow("/connections", { save_connection });
    await fillIn();
    await userEvent.click(screen.getByRole("button", { name: "Save connection" }));
    expect((await screen.findByRole("alert")).textContent).toContain("AWS did not accept the credentials");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Connection name" }).value).toBe("Team");
  });
});

describe("what is entered", () => {
  it("names each field that is missing, and an endpoint that is none", () => {
    expect(mistakes("access-key", { ...EMPTY, customEndpoint: "localhost" })).toEqual({
      name: "needed",
      accessKeyId: "needed",
      secretAccessKey: "needed",
      customEndpoint: "endpointInvalid",
    });
    expect(mistakes("profile", { ...EMPTY, name: "n", profile: "p", customEndpoint: "https://x.example" })).toEqual({});
  });

  it("goes without the spaces that were copied along", () => {
    expect(newConnection("profile", { ...EMPTY, name: " n ", profile: " p " })).toEqual({
      name: "n",
      way: { kind: "profile", name: "p" },
      customEndpoint: null,
    });
  });
});

it("changes hands when another is put in use, everywhere", async () => {
  let inUse = "practice";
  openWindow("/connections", {
    connections: () => [PRACTICE, KEY].map((row) => ({ ...row, inUse: row.id === inUse })),
    use_connection: ({ id }: { id: string }) => {
      inUse = id;
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("radio", { name: `Select ${KEY.name}` }));
  await userEvent.click(screen.getByRole("button", { name: "Use" }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Practice account" })).toBeNull());
  expect(screen.getAllByText(`Not AWS: ${KEY.endpoint}`)).not.toHaveLength(0);
  expect(screen.getByRole("button", { name: /Connection in use: Marketing/ })).toBeTruthy();
});

it("is read anew when the Rust side says that connections changed", async () => {
  let name = "Before";
  openWindow("/connections", { connections: () => [{ ...PRACTICE, name }] });
  await screen.findByRole("radio", { name: "Select Before" });
  name = "After";
  await emit("changed", { kind: "connections" });
  expect(await screen.findByRole("radio", { name: "Select After" })).toBeTruthy();
});
