import type { Asked } from "../../ipc/client";
import { sessions as text } from "../../messages/sessions";

/** What is said of each thing that a connection asks for, and of the button for it. */
export const WORDING = {
  mfaCode: { title: text.mfaTitle, text: text.mfaText, act: text.mfaAct },
  portal: { title: text.portalTitle, text: text.portalText, act: text.portalAct },
  accessKey: { title: text.keyTitle, text: text.keyText, act: text.keyAct },
  program: { title: text.programTitle, text: text.programText, act: text.programAct },
} as const satisfies Record<Asked, unknown>;
