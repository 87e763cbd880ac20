import { render, screen } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { SessionRow } from "../../ipc/client";
import { SessionBadge } from "./SessionBadge";

const NOW = new Date(2026, 10, 25, 14, 20);
const at = (hours: number, minutes: number, day = 25) => new Date(2026, 10, day, hours, minutes).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

function said(session: SessionRow): string {
  const { container, unmount } = render(
    <IntlProvider locale="en-GB" defaultLocale="en-GB">
      <SessionBadge session={session} />
    </IntlProvider>,
  );
  const text = container.textContent?.trim() ?? "";
  unmount();
  return text;
}

it("says how long a session lasts", () => {
  expect(said({ kind: "unopened" })).toBe("–");
  expect(said({ kind: "endless" })).toBe("No end");
  expect(said({ kind: "until", expiresAt: at(14, 32), renews: true })).toBe("Until 14:32, renewed by itself");
  expect(said({ kind: "until", expiresAt: at(14, 32), renews: false })).toBe("Until 14:32 (12 minutes left)");
  expect(said({ kind: "until", expiresAt: at(14, 19), renews: false })).toBe("Session over");
  expect(said({ kind: "until", expiresAt: at(1, 20, 26), renews: false })).toBe(
    "Until 26 Nov 2026, 01:20 (11 hours left)",
  );
});

it("says what a session asks for", () => {
  const asks = (what: "mfaCode" | "portal" | "accessKey" | "program") =>
    said({ kind: "asks", what, connection: "c2", detail: "" });
  expect(asks("mfaCode")).toBe("Needs your MFA code");
  expect(asks("portal")).toBe("Sign in again");
  expect(asks("accessKey")).toBe("Enter the key again");
  expect(asks("program")).toBe("A program asks for your consent");
});

it("counts down, without being read out", async () => {
  render(
    <IntlProvider locale="en-GB" defaultLocale="en-GB">
      <SessionBadge session={{ kind: "until", expiresAt: at(14, 32), renews: false }} />
    </IntlProvider>,
  );
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  const timer = screen.getByRole("timer");
  expect(timer.textContent).toBe("Until 14:32 (7 minutes left)");
  expect(timer.getAttribute("aria-live")).toBe("off");
});
