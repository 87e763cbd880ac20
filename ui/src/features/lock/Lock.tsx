import { useQuery } from "@tanstack/react-query";
import { housekeeper } from "../../ipc/client";
import { keys } from "../queries/keys";
import { LockScreen } from "./LockScreen";
import { useStillHere } from "./useStillHere";

/** Locks the window while the app has let go of what it held, and tells the app when somebody is here. */
export function Lock() {
  const { data: locked = false } = useQuery({ queryKey: keys.locked, queryFn: () => housekeeper.locked() });
  useStillHere(locked);
  return locked && <LockScreen />;
}
