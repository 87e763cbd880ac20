import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { submissionRow, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const UNKNOWN = submissionRow({
  id: 9,
  name: "lost",
  state: { kind: "unknown", attempts: 1, lost: "2026-11-22T10:15:31Z", reason: { code: "replyLost", detail: "" } },
});

it("offers Retry for what is unknown or refused, and for nothing else", async () => {
  const retried: unknown[] = [];
  openWindow("/activity", {
    activity: () => ({ total: 2, rows: [UNKNOWN, submissionRow({})] }),
    retry: ({ id }: { id: number }) => {
      retried.push(id);
      return submissionRow({ id: 9 });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Retry" }));
  expect(retried).toEqual([9]);
  expect(await screen.findByText("It was sent again.")).toBeTruthy();
});

it("says why a retry failed", async () => {
  openWindow("/activity", {
    activity: () => ({ total: 1, rows: [UNKNOWN] }),
    retry: () => {
      throw wireError({ code: "accountChanged" });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Retry" }));
  expect(await screen.findByText("The connection now leads to another AWS account")).toBeTruthy();
});

it("says that nothing was sent yet", async () => {
  openWindow("/activity", { activity: () => ({ total: 0, rows: [] }) });
  expect(await screen.findByText("Nothing was sent yet")).toBeTruthy();
});

it("shows a submission of a removed connection without leading into its account", async () => {
  const row = submissionRow({ connection: "gone", connectionName: null });
  openWindow("/activity/7", { submission: () => ({ row, items: ["/a"], history: [] }) });
  await screen.findByText("Removed since");
  await waitFor(() => expect(screen.queryByRole("link", { name: "I1" })).toBeNull());
  expect(screen.getByText("spring-sale-20261122T101530Z-1a2b3c4d5e6f")).toBeTruthy();
});

it("shows the reason under the name, and among what is known of a submission", async () => {
  const row = submissionRow({ reason: "T-42" });
  openWindow("/activity", {
    activity: () => ({ total: 1, rows: [row] }),
    submission: () => ({ row, items: row.first, history: [] }),
  });
  expect((await screen.findByText("T-42")).closest("th, td")?.textContent).toContain("spring-sale");
  await userEvent.click(screen.getByRole("link", { name: "spring-sale" }));
  expect(await screen.findByText("Reason or ticket")).toBeTruthy();
  expect(screen.getByText("T-42")).toBeTruthy();
});

it("exports the history, and says where it is", async () => {
  const asked: unknown[] = [];
  let broken = false;
  openWindow("/activity", {
    export_history: ({ format }: { format: string }) => {
      if (broken) throw wireError({ code: "records", detail: "disk full" });
      asked.push(format);
      return `/home/me/Downloads/history.${format}`;
    },
  });
  const choose = async (name: string) => {
    await userEvent.click(await screen.findByRole("button", { name: "Export history" }));
    await userEvent.click(await screen.findByRole("menuitem", { name }));
  };
  await choose("CSV");
  expect(await screen.findByText("Saved as /home/me/Downloads/history.csv")).toBeTruthy();
  await choose("JSON");
  expect(await screen.findByText("Saved as /home/me/Downloads/history.json")).toBeTruthy();
  expect(asked).toEqual(["csv", "json"]);
  broken = true;
  await choose("CSV");
  expect(await screen.findByText("The history was not exported")).toBeTruthy();
});
