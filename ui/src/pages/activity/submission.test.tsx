import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { queuedRow, submissionRow, waitingRow } from "../../test/fake";
import { openWindow } from "../../test/open";
import { oneSubmission } from "../../test/rust-side";

describe("a submission that was not sent", () => {
  it("is sent at once on demand, and then followed", async () => {
    const { answers, set } = oneSubmission(waitingRow(30));
    const sent: unknown[] = [];
    openWindow("/activity/7", {
      ...answers,
      send_now: ({ run }: { run: number }) => {
        sent.push(run);
        set(submissionRow({}));
        return null;
      },
    });
    expect(await screen.findByText(/^Sent in \d+ s$/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Send now" }));
    expect(await screen.findByText("On its way")).toBeTruthy();
    expect(sent).toEqual([5]);
    // Nobody who looks it up in Activity is led elsewhere.
    expect(screen.getByRole("heading", { name: "spring-sale" })).toBeTruthy();
  });

  it("is not counted down where the app had ended meanwhile, and says that nothing was sent", async () => {
    const state = { kind: "waiting" as const, until: "2026-11-22T10:15:35Z", counting: false };
    openWindow("/activity/7", oneSubmission(waitingRow(0, { state })).answers);
    expect(await screen.findByText("Nothing was sent")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Send now" })).toBeTruthy();
    expect(screen.queryByRole("timer")).toBeNull();
  });

  it("says what it waits for, and leads to the part that it waits for", async () => {
    const waits = { for: { kind: "earlierPart" as const, submission: 6, refused: true }, about: null };
    openWindow("/activity/7", oneSubmission(queuedRow(waits, { part: 3, parts: 67 })).answers);
    expect(await screen.findByText("Queued: not sent yet")).toBeTruthy();
    expect(screen.getByRole("link", { name: "See that part" }).getAttribute("href")).toBe("#/activity/6");
    expect(screen.getByText("Part 3 of 67")).toBeTruthy();
  });

  it("that was taken back says so, and its items go back into the editor", async () => {
    const withdrawn = submissionRow({ state: { kind: "withdrawn", at: "2026-11-22T10:15:33Z" } });
    openWindow("/activity/7", {
      ...oneSubmission(withdrawn).answers,
      run_items: () => ({ name: "spring-sale", items: ["/a", "/b*"] }),
    });
    expect(await screen.findByText("Taken back: nothing was invalidated")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Put the items into the editor" }));
    const area = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Add object paths" });
    expect(area.value).toBe("/a\n/b*");
  });
});

describe("single items", () => {
  const ITEMS = Array.from({ length: 3_000 }, (_, n) => `/page-${n}`);

  it("are found among thousands, taken out, and the submission that stands in is shown", async () => {
    const first = waitingRow(60, { items: 3_000 });
    const { answers, set } = oneSubmission(first, ITEMS);
    const asked: unknown[] = [];
    openWindow("/activity/7", {
      ...answers,
      submission: ({ id }: { id: number }) => ({
        row: { ...first, id, name: `number ${id}` },
        items: ITEMS,
        history: [],
      }),
      withdraw_items: (args: unknown) => {
        asked.push(args);
        set({ ...first, state: { kind: "withdrawn", at: "2026-11-22T10:15:33Z" }, canUndo: false });
        return { ...first, id: 8 };
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Take items out" }));
    expect(screen.getAllByRole("row").length).toBeLessThan(80);
    await userEvent.type(screen.getByRole("searchbox", { name: "Find items" }), "page-2500");
    await userEvent.click(await screen.findByRole("checkbox", { name: /\/page-2500$/ }));
    await userEvent.clear(screen.getByRole("searchbox", { name: "Find items" }));
    await userEvent.click(screen.getByRole("checkbox", { name: /\/page-3$/ }));
    await userEvent.click(screen.getByRole("button", { name: "Take out 2 items" }));
    expect(await screen.findByRole("heading", { name: "number 8" })).toBeTruthy();
    expect(asked).toEqual([{ submission: 7, positions: [3, 2_500] }]);
    expect(screen.getByText("2 items were taken out and will not be sent.")).toBeTruthy();
  });

  it("cannot be taken out of what was sent", async () => {
    openWindow("/activity/7");
    await screen.findByRole("heading", { name: "Object paths" });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Take items out" })).toBeNull());
  });
});
