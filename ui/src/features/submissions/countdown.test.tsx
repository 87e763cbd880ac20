import { act, render, screen } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { catalogue } from "../../messages";
import { Remaining } from "./About";
import { Countdown } from "./Countdown";

const NOW = "2026-11-22T10:15:30.000Z";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW) });
});
afterEach(() => {
  vi.useRealTimers();
});

const shown = () => screen.getByRole("timer").textContent;
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const show = (view: React.ReactNode) => render(<IntlProvider {...catalogue}>{view}</IntlProvider>);

it("goes down by the clock, and never below nothing", () => {
  show(<Countdown until="2026-11-22T10:15:34.000Z" />);
  expect(shown()).toBe("Sent in 4 s");
  pass(1_000);
  expect(shown()).toBe("Sent in 3 s");
  // A clock that jumps is followed, rather than seconds counted.
  vi.setSystemTime("2026-11-22T10:15:33.100Z");
  pass(250);
  expect(shown()).toBe("Sent in 1 s");
  pass(60_000);
  expect(shown()).toBe("Sent any moment");
});

it("is announced once, as it begins, and not at every second", () => {
  show(<Countdown until="2026-11-22T10:15:34.000Z" announce={true} />);
  const said = () => screen.getAllByText(/^It is sent in/)[0]?.textContent;
  expect(said()).toBe("It is sent in 4 seconds. Until then you can take it back with Undo.");
  expect(screen.getByRole("timer").getAttribute("aria-live")).toBe("off");
  pass(2_000);
  expect(said()).toContain("4 seconds");
});

it("tells about how long CloudFront still works, and no more once that is past", () => {
  show(<Remaining expected="2026-11-22T10:15:47.000Z" />);
  expect(shown()).toBe("About 20 seconds left");
  pass(18_000);
  expect(shown()).toBe("Done any moment");
});
