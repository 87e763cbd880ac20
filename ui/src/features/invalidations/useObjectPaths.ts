import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { housekeeper, type InvalidationRow, type PathsPreview, type Target } from "../../ipc/client";
import { keys } from "../queries/keys";

/** How many invalidations are read at a time: each costs one call of the account's pace, and pages are turned. */
const AT_A_TIME = 5;

/** What is known of an invalidation's paths. */
export type Paths = { state: "read"; paths: PathsPreview } | { state: "reading" } | { state: "failed" };

/**
 * The first paths of the visible rows, read a few at a time from the top. What was read once never changes (API), so
 * it is kept.
 */
export function useObjectPaths(connection: string, target: Target, rows: readonly InvalidationRow[]) {
  const client = useQueryClient();
  const [, redraw] = useState(0);
  const { kind, id } = target;
  const known = (row: string) => client.getQueryData<Paths>(keys.paths(connection, { kind, id }, row));
  const missing = rows.filter((row) => !row.paths && known(row.id) === undefined).map((row) => row.id);
  const wanted = missing.join(" ");

  useEffect(() => {
    let left = false;
    const target: Target = { kind, id };
    const keep = (row: string, paths: Paths) => client.setQueryData(keys.paths(connection, target, row), paths);
    async function readAll() {
      const queue = wanted.split(" ").filter(Boolean);
      while (queue.length > 0 && !left) {
        const some = queue.splice(0, AT_A_TIME);
        try {
          for (const read of await housekeeper.objectPaths(connection, target, some)) {
            keep(read.id, read.paths ? { state: "read", paths: read.paths } : { state: "failed" });
          }
        } catch {
          for (const row of some) keep(row, { state: "failed" });
        }
        if (!left) redraw((n) => n + 1);
      }
    }
    void readAll();
    return () => {
      left = true;
    };
  }, [client, connection, kind, id, wanted]);

  return (row: InvalidationRow): Paths =>
    row.paths ? { state: "read", paths: row.paths } : (known(row.id) ?? { state: "reading" });
}
