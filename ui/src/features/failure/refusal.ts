import { HousekeeperError } from "../../ipc/client";

/** What the Rust side says of the very thing that was entered, where it refused that. */
export function refusalSentence(error: unknown): string | undefined {
  const { code, detail } = HousekeeperError.from(error);
  return code === "invalid" && detail !== "" ? detail : undefined;
}
