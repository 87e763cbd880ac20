import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Asked, ConnectionRow, QueuedRun, SessionRow } from "../../ipc/client";
import { type Answers, KEY, listed, PRACTICE, queuedRow, queuedRun, queueOf, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { oneSubmission, tell } from "../../test/rust-side";

const DEVICE = "arn:aws:iam::123456789012:mfa/marketing";
const ROLE: ConnectionRow = {
  ...KEY,
  name: "Shop role",
  way: {
    kind: "role",
    base: "practice",
    baseName: "Practice account",
    roleArn: "arn:aws:iam::123456789012:role/shop",
    externalId: null,
    sessionName: null,
    mfaSerial: DEVICE,
  },
};
const asks = (what: Asked, connection: string, detail = ""): SessionRow => ({ kind: "asks", what, connection, detail });
const MFA = asks("mfaCode", "c2", DEVICE);
const CODE_WANTED = wireError({ code: "mfaCodeWanted" });

/** Connections as the Rust side has them: a test changes them, and the window is told. */
function side(first: ConnectionRow[], path = "/distributions", more: Answers = {}) {
  let connections = first;
  const view = openWindow(path, { connections: () => connections, ...more });
  async function become(next: ConnectionRow[]) {
    connections = next;
    await tell({ kind: "connections" });
  }
  return { view, become, set: (next: ConnectionRow[]) => (connections = next) };
}

const notice = (text: string) => screen.findByText(text).then((found) => found.closest<HTMLElement>("li")!);
const noDialog = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
const dialog = () => screen.findByRole("dialog");

describe("a connection that asks for a code of an MFA device", () => {
  const inUse = { ...ROLE, inUse: true, session: MFA };
  const rest = { ...PRACTICE, inUse: false };

  it("has it entered as the window opens, and then asks again for what had failed", async () => {
    const entered: unknown[] = [];
    const mended = { ...inUse, session: { kind: "endless" } as const };
    let reads = 0;
    const { set } = side([rest, inUse], "/distributions", {
      distributions: () => {
        reads += 1;
        if (entered.length === 0) throw CODE_WANTED;
        return listed([]);
      },
      enter_mfa_code: (args: unknown) => {
        entered.push(args);
        set([rest, mended]);
        return null;
      },
    });
    await enterCode();
    expect(entered).toEqual([{ id: "c2", code: "123456" }]);
    expect(await screen.findByText("Shop role works again. What had failed is tried anew.")).toBeTruthy();
    await waitFor(() => expect(reads).toBeGreaterThan(1));
    await noDialog();
    await waitFor(() => expect(screen.queryByText(/needs a code/)).toBeNull());
  });

  it("opens its dialogue once each time it asks; Cancel leaves the notice, whose button opens it again", async () => {
    const { become } = side([rest, inUse]);
    await cancel();
    const left = await notice("Shop role needs a code of your MFA device");
    await become([rest, { ...inUse, account: "999999999999" }]);
    await noDialog();
    await userEvent.click(within(left).getByRole("button", { name: "Enter the code" }));
    await cancel();
    // It is done elsewhere, and later asked for anew.
    await become([rest, { ...inUse, session: { kind: "endless" } }]);
    await waitFor(() => expect(screen.queryByText("Shop role needs a code of your MFA device")).toBeNull());
    await become([rest, inUse]);
    await dialog();
  });

  it("keeps its dialogue open and says why where the code was not taken", async () => {
    side([rest, inUse], "/distributions", {
      enter_mfa_code: () => {
        throw wireError({ code: "invalid", detail: "the code is old" });
      },
    });
    await enterCode();
    expect(await within(await dialog()).findByText(/the code is old/)).toBeTruthy();
  });

  it("says so on a page that failed for it, and offers the same there", async () => {
    side([rest, inUse], "/distributions", {
      distributions: () => {
        throw CODE_WANTED;
      },
    });
    await cancel();
    const alert = await waitFor(() => {
      const found = screen.getByText(/A code of your MFA device is needed/).closest<HTMLElement>('[role="alert"]');
      return found!;
    });
    await userEvent.click(within(alert).getByRole("button", { name: "Enter the code" }));
    await dialog();
  });

  it("that is not in use says so, and opens no dialogue while nothing waits for it", async () => {
    side([PRACTICE, { ...ROLE, session: MFA }]);
    await notice("Shop role needs a code of your MFA device");
    await noDialog();
  });

  it("opens its dialogue where the queue waits for it, and the note of the wait has a button", async () => {
    const waits = {
      for: { kind: "signIn" as const, reason: { code: "mfaCodeWanted" as const, detail: "" } },
      about: null,
    };
    const run: QueuedRun = queuedRun({ connection: "c2", waits });
    side([PRACTICE, { ...ROLE, session: MFA }], "/activity", { queue: () => queueOf([run]) });
    await cancel();
    const list = await screen.findByRole("list", { name: "Queue" });
    expect(list.textContent).toContain("A code of your MFA device is needed");
    await userEvent.click(within(list).getByRole("button", { name: "Enter the code" }));
    await dialog();
  });

  it("is offered on the page of a submission that waits for it", async () => {
    const waits = {
      for: { kind: "signIn" as const, reason: { code: "mfaCodeWanted" as const, detail: "" } },
      about: null,
    };
    const row = queuedRow(waits, { connection: "c2" });
    side([PRACTICE, { ...ROLE, session: MFA }], "/activity/7", oneSubmission(row).answers);
    const status = await screen.findByRole("status");
    await waitFor(() => expect(status.textContent).toContain("A code of your MFA device is needed"));
    await userEvent.click(within(status).getByRole("button", { name: "Enter the code" }));
    await dialog();
  });
});

it("asks once for all connections that wait for the same", async () => {
  const base = asks("accessKey", "practice");
  side([
    { ...PRACTICE, session: base },
    { ...ROLE, session: base },
  ]);
  const said = await notice("Practice account and Shop role need its access key again");
  // Nobody is taken to another page unasked.
  await noDialog();
  await userEvent.click(within(said).getByRole("button", { name: "Go to Connections" }));
  await waitFor(() => expect(window.location.hash).toBe("#/connections?selected=practice"));
});

it("a profile's program is shown, and agreed to as it was shown", async () => {
  const agreed: unknown[] = [];
  const profile = {
    ...PRACTICE,
    way: { kind: "profile" as const, name: "corp" },
    session: asks("program", "practice", "/opt/creds --now"),
  };
  side([profile], "/distributions", {
    agree_to_program: (args: unknown) => {
      agreed.push(args);
      return null;
    },
  });
  await agree();
  await waitFor(() => expect(agreed).toEqual([{ id: "practice", program: "/opt/creds --now" }]));
});

describe("a connection through a portal", () => {
  const START = "https://example.awsapps.com/start";
  const SSO: ConnectionRow = {
    ...KEY,
    name: "Team",
    way: { kind: "identityCenter", startUrl: START, region: "eu-central-1", account: "123456789012", role: "Editor" },
    inMemory: true,
  };
  const over: ConnectionRow = { ...ROLE, id: "c3", inUse: true, session: asks("portal", "c2") };
  const all = [{ ...PRACTICE, inUse: false }, { ...SSO, session: asks("portal", "c2") }, over];
  const PORTAL = { startUrl: START, region: "eu-central-1", customEndpoint: "http://127.0.0.1:7000", signedIn: false };

  it("signs in at the portal of the one it is based on, in the way and at the time that the person chooses", async () => {
    const begun: unknown[] = [];
    side(all, "/distributions", {
      portals: () => [{ ...PORTAL, region: "us-east-1", customEndpoint: null }, PORTAL],
      begin_portal_sign_in: ({ portal }: { portal: object }) => {
        begun.push(portal);
        return { id: "s1", startUrl: START, region: "eu-central-1", state: { kind: "signedIn" } };
      },
    });
    const modal = within(await dialog());
    await userEvent.click(await modal.findByRole("radio", { name: /^With a code/ }));
    expect(begun).toEqual([]);
    await userEvent.click(modal.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText("Team and Shop role work again. What had failed is tried anew.")).toBeTruthy();
    const { startUrl, region, customEndpoint } = PORTAL;
    expect(begun).toEqual([{ startUrl, region, customEndpoint, method: "code", keep: "memory" }]);
    await noDialog();
  });

  it("that is not known leads to the connections", async () => {
    side([{ ...PRACTICE, session: asks("portal", "practice", "https://other") }], "/distributions", {
      portals: () => [PORTAL],
    });
    const link = await within(await dialog()).findByRole("link", { name: "Go to Connections" });
    expect(link.getAttribute("href")).toBe("#/connections?selected=practice");
  });
});

describe("what nobody told of", () => {
  const rest = { ...PRACTICE, inUse: false };
  const refuse = () => {
    throw CODE_WANTED;
  };

  /** A connection that asks from its second reading on. */
  function late() {
    let reads = 0;
    return () => {
      reads += 1;
      return [rest, { ...ROLE, inUse: true, session: reads > 1 ? MFA : { kind: "unopened" } }];
    };
  }

  it("is found out where a page failed for want of it", async () => {
    openWindow("/distributions", { connections: late(), distributions: refuse });
    await notice("Shop role needs a code of your MFA device");
  });

  it("is found out where something that was done failed for want of it", async () => {
    openWindow("/settings", { connections: late(), save_settings: refuse });
    await userEvent.click(await screen.findByRole("button", { name: "Save" }));
    await notice("Shop role needs a code of your MFA device");
  });
});

async function enterCode() {
  await userEvent.type(within(await dialog()).getByRole("textbox"), "123456{Enter}");
}

async function cancel() {
  await userEvent.click(within(await dialog()).getByRole("button", { name: "Cancel" }));
  await noDialog();
}

async function agree() {
  await userEvent.click(within(await dialog()).getByRole("button", { name: /Agree/ }));
}
