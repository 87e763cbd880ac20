import { afterEach, expect, it, vi } from "vitest";
import { newQueryClient } from "../features/queries/client";
import { keys } from "../features/queries/keys";
import { type Answers, fakeRustSide, PRACTICE } from "../test/fake";
import { askAhead } from "./askAhead";

afterEach(() => vi.useRealTimers());

function ask(answers: Answers) {
  fakeRustSide({ connections: () => [PRACTICE], ...answers });
  const client = newQueryClient();
  return { client, asked: askAhead(client) };
}

it("has the connections and the first page of distributions before the window is drawn", async () => {
  const list = { total: 0, matching: 0, rows: [], listingError: null };
  const { client, asked } = ask({ distributions: () => list });
  await asked;
  expect(client.getQueryData(keys.connections)).toEqual([PRACTICE]);
  expect(client.getQueriesData({ queryKey: keys.distributions(PRACTICE.id) }).map(([, data]) => data)).toEqual([list]);
});

it("does not wait for what AWS has to be asked for", async () => {
  vi.useFakeTimers();
  const { client, asked } = ask({ distributions: () => new Promise(() => {}) });
  await vi.advanceTimersByTimeAsync(100);
  await asked;
  expect(client.getQueryData(keys.connections)).toEqual([PRACTICE]);
});

it("leaves it to the window to say what failed", async () => {
  const { asked } = ask({
    connections: () => {
      throw new Error("no records");
    },
  });
  await expect(asked).resolves.toBeUndefined();
});
