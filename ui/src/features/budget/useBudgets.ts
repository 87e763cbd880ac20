import { useQuery } from "@tanstack/react-query";
import { housekeeper } from "../../ipc/client";
import { keys } from "../queries/keys";

/** The budgets of the account that a connection leads into, and of its targets. */
export function useBudgets(connection: string) {
  return useQuery({ queryKey: keys.budgets(connection), queryFn: () => housekeeper.budgets(connection) });
}
