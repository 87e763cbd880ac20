import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "react-intl";
import { describe, expect, it } from "vitest";
import type { NewPortal } from "../../ipc/client";
import { catalogue } from "../../messages";
import { type Answers, fakeRustSide, wireError } from "../../test/fake";
import { onePortalSignIn, portalWaits } from "../../test/rust-side";
import { newQueryClient } from "../queries/client";
import { PortalSignIn } from "./PortalSignIn";

const PORTAL: NewPortal = {
  startUrl: "https://example.awsapps.com/start",
  region: "eu-central-1",
  customEndpoint: null,
  method: "browser",
  keep: "keychain",
};

function show(answers: Answers) {
  const done: string[] = [];
  fakeRustSide(answers);
  const { unmount } = render(
    <IntlProvider {...catalogue}>
      <QueryClientProvider client={newQueryClient()}>
        <PortalSignIn portal={PORTAL} onSignedIn={(keep) => done.push(keep)} onCancel={() => done.push("cancelled")} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { done, unmount };
}

const waits = () => screen.findByText("Waiting for you to sign in");

describe("a sign-in at a portal", () => {
  it("is noticed where nobody told of it, and told of once", async () => {
    const { answers, set } = onePortalSignIn();
    const { done } = show(answers);
    await waits();
    set({ kind: "signedIn" });
    await waitFor(() => expect(done).toEqual(["keychain"]));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(done).toEqual(["keychain"]);
  });

  it("is given up when one leaves while it waits", async () => {
    const { answers, cancelled } = onePortalSignIn();
    const { unmount } = show(answers);
    await waits();
    unmount();
    await waitFor(() => expect(cancelled).toEqual(["s1"]));
  });

  it("is given up even where one left before it had begun", async () => {
    const { answers, cancelled } = onePortalSignIn();
    let begin = () => {};
    const held = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { unmount } = show({
      ...answers,
      begin_portal_sign_in: (args: never) => held.then(() => answers.begin_portal_sign_in?.(args)),
    });
    unmount();
    begin();
    await waitFor(() => expect(cancelled).toEqual(["s1"]));
  });

  it("gives the address to copy where the browser cannot be opened, until it can", async () => {
    const { answers, becomes } = onePortalSignIn(portalWaits({ browserProblem: "no browser is set up" }));
    let opens = false;
    show({
      ...answers,
      open_portal_sign_in: () => {
        if (!opens) throw wireError({ detail: "still none" });
        return null;
      },
    });
    expect((await screen.findByRole("alert")).textContent).toContain("no browser is set up");
    expect(screen.getAllByText("https://portal.example/device")).not.toHaveLength(0);
    expect(screen.getByRole("button", { name: "Copy Address of the sign-in page" })).toBeTruthy();
    // It is told once; asking after the sign-in does not take it away.
    await becomes(portalWaits());
    expect(screen.getByRole("alert").textContent).toContain("no browser is set up");
    await userEvent.click(screen.getByRole("button", { name: "Open the browser again" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("still none"));
    opens = true;
    await userEvent.click(screen.getByRole("button", { name: "Open the browser again" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("that came to nothing says why, and begins anew", async () => {
    const { answers, becomes, begun, set, cancelled } = onePortalSignIn();
    const { done } = show(answers);
    await waits();
    await becomes({ kind: "failed", error: wireError({ code: "portalSignInEnded", detail: "access_denied" }) });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Signing in to IAM Identity Center came to nothing");
    expect(alert.textContent).toContain("access_denied");
    expect(screen.queryByText("Waiting for you to sign in")).toBeNull();
    set({ kind: "signedIn" });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(done).toEqual(["keychain"]));
    expect(begun).toHaveLength(2);
    expect(cancelled).toEqual([]);
  });
});
