import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { MonthRow } from "../../ipc/client";
import { wireError } from "../../test/fake";
import { costsOf, monthRow } from "../../test/fake-costs";
import { openWindow } from "../../test/open";
import { tell } from "../../test/rust-side";

const HALF = { targets: 40, targetsDone: 12, toRead: 20, read: 80, isSlow: false };

/** Opens the page over a count that the test moves on, and takes note of what is asked of it. */
function open(first: Partial<MonthRow>) {
  let row = monthRow({ items: 77, ...first });
  const asked: unknown[] = [];
  openWindow("/costs", {
    costs: () => costsOf({ month: row }),
    count_month: ({ connection, anew }: { connection: string; anew: boolean }) => {
      asked.push([connection, anew]);
      if (anew) row = monthRow({ items: 77, counting: HALF });
      return row;
    },
    stop_counting: ({ connection }: { connection: string }) => {
      asked.push(["stop", connection]);
      row = monthRow({ items: 77, stopped: { kind: "byPerson" } });
      return null;
    },
  });
  async function becomes(part: Partial<MonthRow>) {
    row = monthRow({ items: 77, ...part });
    await tell({ kind: "month" });
  }
  return { asked, becomes };
}

const bar = () => screen.findByRole("progressbar", { name: "The month is being counted" });

describe("the count", () => {
  it("is asked for once as the page opens, and not by what it changes", async () => {
    const { asked, becomes } = open({});
    await screen.findByText("77");
    await becomes({ items: 78 });
    await screen.findByText("78");
    expect(asked).toEqual([["practice", false]]);
  });

  it("says how far it is, while what is known stays on screen", async () => {
    const { becomes } = open({ counting: { ...HALF, targets: null } });
    await screen.findByText("Listing the distributions…");
    expect((await bar()).getAttribute("value")).toBe("0");
    await becomes({ counting: HALF });
    await screen.findByText("12 of 40 distributions and tenants listed");
    screen.getByText("80 of 100 invalidations read");
    // 12 + 80 of 40 + 100.
    expect((await bar()).getAttribute("value")).toBe("65");
    screen.getByText("77");
    expect(screen.queryByText(/go slower/)).toBeNull();
    await becomes({ counting: { ...HALF, isSlow: true } });
    await screen.findByText("AWS asks us to go slower, so this takes longer.");
    await becomes({ items: 90 });
    await screen.findByText("90");
    expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  });

  it("is no matter of what was not counted yet while it goes on", async () => {
    open({ isComplete: false, counting: HALF });
    await bar();
    expect(screen.queryByText("Not everything was counted")).toBeNull();
  });

  it("is stopped by the person and goes on at a press, with the keyboard on what takes the other's place", async () => {
    const { asked } = open({ counting: HALF });
    await userEvent.click(await screen.findByRole("button", { name: "Stop" }));
    await screen.findByText("Counting was stopped");
    const again = screen.getByRole("button", { name: "Count again" });
    await waitFor(() => expect(document.activeElement).toBe(again));
    await userEvent.keyboard("{Enter}");
    const stop = await screen.findByRole("button", { name: "Stop" });
    await waitFor(() => expect(document.activeElement).toBe(stop));
    expect(asked).toEqual([
      ["practice", false],
      ["stop", "practice"],
      ["practice", true],
    ]);
  });

  it("that failed says why, and what permission is missing", async () => {
    const error = wireError({ code: "denied", action: "cloudfront:ListDistributions" });
    const { asked } = open({ stopped: { kind: "failed", error } });
    await screen.findByText("The month could not be counted to the end");
    screen.getByText("cloudfront:ListDistributions");
    screen.getByText("77");
    await userEvent.click(screen.getByRole("button", { name: "Count again" }));
    await waitFor(() => expect(asked).toContainEqual(["practice", true]));
  });

  it("that could not even begin says why, over what is stored", async () => {
    openWindow("/costs", {
      costs: () => costsOf({ month: monthRow({ items: 77 }) }),
      count_month: () => {
        throw wireError({ code: "unreachable", detail: "no route to host" });
      },
    });
    await screen.findByText("The month could not be counted to the end");
    await screen.findByText("77");
    screen.getByRole("button", { name: "Count again" });
  });
});
