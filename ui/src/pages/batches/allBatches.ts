import { housekeeper } from "../../ipc/client";

/** Batches that are asked for at once. */
const PAGE = 500;

/** The ids of all saved batches. */
export async function allBatchIds(): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const ask = {
      filter: "",
      sort: "name",
      descending: false,
      label: null,
      favourites: false,
      offset: ids.length,
      limit: PAGE,
    } as const;
    const { rows, total } = await housekeeper.batches(ask);
    ids.push(...rows.map(({ id }) => id));
    // One that is deleted meanwhile is not waited for.
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}
