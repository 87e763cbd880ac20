import { useStoredList } from "../../common/useStoredList";

/** Those without which a row is of no use. */
export const ALWAYS: readonly string[] = ["name", "run"];
/** Not at first: with them the list would not fit a window 1,000 pixels wide. */
const ON_REQUEST = ["created", "lastRunBy"];
const AT_FIRST = ["name", "items", "variables", "targets", "labels", "lastRun", "run"];

/** Which columns the list of batches shows. */
export function useColumns() {
  return useStoredList("batches.columns", AT_FIRST, [...AT_FIRST, ...ON_REQUEST]);
}
