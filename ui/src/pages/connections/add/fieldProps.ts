import type { MessageDescriptor } from "react-intl";
import { adding } from "../../../messages/adding";
import { connections as text } from "../../../messages/connections";
import type { Entered, Mistake, Wrong } from "./entered";

/** How every group of fields is told what stands in them, and tells what was entered. */
export type FieldProps = { entered: Entered; wrong: Wrong; onChange: (part: Partial<Entered>) => void };

/** What is said of each mistake. */
export const MISTAKES: Record<Mistake, MessageDescriptor> = {
  needed: text.needed,
  endpointInvalid: text.endpointInvalid,
  startUrlInvalid: adding.startUrlInvalid,
  roleArnInvalid: adding.roleArnInvalid,
  sessionNameInvalid: adding.sessionNameInvalid,
  codeInvalid: adding.codeInvalid,
};
