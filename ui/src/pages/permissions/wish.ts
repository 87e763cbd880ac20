import type { PermissionWish } from "../../ipc/client";

/** A wish for nothing. */
export const NOTHING: PermissionWish = {
  distributions: [],
  tenants: [],
  listing: false,
  checks: false,
  costs: false,
  rotation: false,
};

/** Whether nothing is wished for. */
export function isNothing(wish: PermissionWish): boolean {
  const { distributions, tenants, listing, checks, costs, rotation } = wish;
  return distributions.length === 0 && tenants.length === 0 && !(listing || checks || costs || rotation);
}

/** The ids with another one, without the spaces that were copied along; each once. */
export function withId(ids: readonly string[], id: string): string[] {
  return [...new Set([...ids, id.trim()])].filter((one) => one !== "");
}

/** Beside which ids a refusal of one of them belongs: the Rust side names the id in its sentence. */
export function refusedField(wish: PermissionWish, sentence: string): "distributions" | "tenants" {
  const named = (ids: readonly string[]) => ids.some((id) => sentence.includes(id));
  if (named(wish.distributions)) return "distributions";
  return named(wish.tenants) || wish.distributions.length === 0 ? "tenants" : "distributions";
}
