import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, renderHook, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { newQueryClient } from "../../features/queries/client";
import type { BatchForm, TenantRow } from "../../ipc/client";
import { batchDetails, distribution, fakeRustSide, listed, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";
import { useTenants } from "./useTenants";

const SHOP = distribution({ nickname: "Shop" });
const BOOKS = distribution({ id: "E3BOOKS", nickname: "Bookshops", tenantOnly: true });
const MUSIC = distribution({ id: "E4MUSIC", nickname: "Music shops", tenantOnly: true });
const only = (...rows: (typeof SHOP)[]) => ({ distributions: () => listed(rows) });

type Ask = { distribution: string; after: string | null; limit: number };

/** Three pages of tenants, and which of them were asked for. */
function tenants() {
  const asked: Ask[] = [];
  const answer = (ask: Ask) => {
    asked.push(ask);
    const page = Number(ask.after ?? 0);
    const rows = Array.from({ length: 2 }, (_, n): TenantRow => {
      const id = `dt_${page * 2 + n}`;
      const name = `site-${page * 2 + n}`;
      return { id, distribution: ask.distribution, name, domains: [`${name}.example`], status: "", enabled: true };
    });
    return { rows, next: page < 2 ? String(page + 1) : null };
  };
  return { asked, answer };
}

const open = async (name: RegExp) => userEvent.click(await screen.findByRole("button", { name }));

it("are not offered where no distribution has any", async () => {
  openWindow("/batches/new", only(SHOP));
  await screen.findByRole("button", { name: /^Targets/ });
  expect(screen.queryByText(/^Tenants/)).toBeNull();
});

it("are read once they are wanted, found by typing, and become targets", async () => {
  const { asked, answer } = tenants();
  const saved: BatchForm[] = [];
  openWindow("/batches/3/edit", {
    ...only(SHOP, BOOKS),
    tenants: answer,
    save_batch: ({ form }: { form: BatchForm }) => {
      saved.push(form);
      return batchDetails({});
    },
  });
  const field = await screen.findByRole("button", { name: /^Tenants of Bookshops/ });
  expect(asked).toEqual([]);
  await userEvent.click(field);
  await userEvent.click(await screen.findByRole("option", { name: /^site-0/ }));
  fireEvent.change(screen.getByRole("combobox", { name: "Find tenants" }), { target: { value: "SITE-5.ex" } });
  await waitFor(() => expect(screen.queryByRole("option", { name: /^site-0/ })).toBeNull());
  await userEvent.click(await screen.findByRole("option", { name: /^site-5/ }));
  // They are among the targets, and are taken out there.
  expect(screen.getByRole("button", { name: "Take out site-5" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Take out site-0" }));
  await userEvent.click(screen.getByRole("button", { name: "Save batch" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.targets).toEqual([
    { connection: "practice", target: { kind: "distribution", id: SHOP.id } },
    { connection: "practice", target: { kind: "tenant", id: "dt_5" } },
  ]);
});

it("are those of one distribution, where several have some", async () => {
  const { asked, answer } = tenants();
  openWindow("/batches/3/run", { ...only(BOOKS, MUSIC), tenants: answer });
  expect(await screen.findByText("Choose the distribution first.")).toBeTruthy();
  await open(/^Tenants of/);
  await userEvent.click(await screen.findByRole("option", { name: /Music shops/ }));
  await open(/^Tenants Choose tenants|^Choose tenants Tenants/);
  await userEvent.click(await screen.findByRole("option", { name: /^site-1/ }));
  expect(new Set(asked.map((ask) => ask.distribution))).toEqual(new Set([MUSIC.id]));
  expect(screen.getByRole("button", { name: "Take out site-1" })).toBeTruthy();
});

it("that cannot be read can be tried again", async () => {
  let broken = true;
  const { answer } = tenants();
  openWindow("/batches/new", {
    ...only(BOOKS),
    tenants: (ask: Ask) => {
      if (broken) throw wireError({ code: "denied", detail: "no" });
      return answer(ask);
    },
  });
  await open(/^Tenants of Bookshops/);
  expect(await screen.findByText("The tenants could not be read.")).toBeTruthy();
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("option", { name: /^site-0/ })).toBeTruthy();
});

it("are read page by page only as far as it takes to find what is typed", async () => {
  const { asked, answer } = tenants();
  fakeRustSide({ tenants: answer });
  const client = newQueryClient();
  const { result, rerender } = renderHook(({ typed }) => useTenants("practice", BOOKS.id, typed, true), {
    initialProps: { typed: "" },
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  await waitFor(() => expect(result.current.matching).toHaveLength(2));
  expect(asked.map(({ after }) => after)).toEqual([null]);
  rerender({ typed: " SITE-5" });
  await waitFor(() => expect(result.current.matching.map(({ id }) => id)).toEqual(["dt_5"]));
  expect(asked.map(({ after }) => after)).toEqual([null, "1", "2"]);
});
