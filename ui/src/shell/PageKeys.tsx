import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { NEW_BATCH } from "../features/batches/saveAsBatch";
import { useShortcut } from "../features/shortcuts/useShortcut";
import { createPath } from "../features/targets/paths";
import { shownTarget } from "./palette/entry";

/** What the shortcuts do on a page that has nothing of its own for them. */
export function PageKeys() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useShortcut("refresh", () => void client.invalidateQueries());
  const address = newOn(pathname);
  useShortcut("create", address ? () => void navigate(address) : null);
  return null;
}

/** Where something new is begun on a page: an invalidation of the target shown, or a batch. */
function newOn(pathname: string): string | null {
  if (pathname === "/batches") return NEW_BATCH;
  const target = shownTarget(pathname);
  if (!target) return null;
  const address = createPath(target);
  return address === pathname ? null : address;
}
