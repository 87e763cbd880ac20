import type { MessageDescriptor } from "react-intl";
import type { Origin } from "../../ipc/client";
import { costs as text } from "../../messages/costs";

/** Who made an invalidation, in words, in the order in which they are named. */
export const ORIGINS: Record<Origin, MessageDescriptor> = {
  housekeeper: text.housekeeper,
  cli: text.cli,
  other: text.other,
};
